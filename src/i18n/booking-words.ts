import type { Booking, BookingKind, BookingStatus } from '#contract/booking.ts';
import type { MessageId } from './message-id.ts';
import type { SayWords } from './use-words.tsx';

/** What Russian grammar needs to know of a kind: a visit, a call or a request is cancelled in its own gender. */
const nouns: Record<BookingKind, string> = {
  'clinic-visit': 'visit',
  'home-call': 'call',
  'appointment-request': 'request',
  'technician-visit': 'visit',
  visit: 'visit',
};

export const kindWords = (words: SayWords, kind: BookingKind): string =>
  words(`common.kind.${kind}` satisfies MessageId);

/** The state in words. What we do not recognise is shown as it came. */
export function statusWords(words: SayWords, { kind, status }: Pick<Booking, 'kind' | 'status'>): string {
  const wireStatus = status.kind === 'unrecognised' ? status.wireStatus : '';
  return words(`common.status.${status.kind}` satisfies MessageId, { what: nouns[kind], wireStatus });
}

const tones = {
  booked: 'success',
  new: 'info',
  'in-progress': 'info',
  completed: undefined,
  missed: 'warning',
  transferred: 'warning',
  cancelled: undefined,
  'looking-for-times': 'info',
  'times-offered': 'warning',
  'became-visit': 'success',
  unrecognised: 'warning',
} as const satisfies Record<BookingStatus['kind'], 'info' | 'success' | 'warning' | undefined>;

/** How a state is coloured; the words say it all the same. */
export const statusTone = ({ kind }: BookingStatus) => tones[kind];

const visitTypes = ['telehealth', 'initial', 'follow_up'] as const;

/** The type of a visit in words where we have them, else as it came. */
export function visitTypeWords(words: SayWords, visitType: string): string {
  const known = visitTypes.find((one) => one === visitType);
  return known ? words(`common.visitType.${known}` satisfies MessageId) : visitType;
}

/** What it is, and with whom, in one line that differs from the next booking's. */
export function bookingTitle(words: SayWords, booking: Booking): string {
  const kind =
    booking.kind === 'visit' ? visitTypeWords(words, booking.visitType) : kindWords(words, booking.kind);
  const more = booking.who?.role ?? booking.who?.name;
  return more ? words('common.what', { kind, who: more }) : kind;
}
