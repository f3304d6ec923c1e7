import type { Booking } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';
import type { Leg } from './move-flow.ts';

/** What a page that is opened again finds: the bookings, the time that is kept, and what the journal has not settled or told. */
export interface Found {
  readonly old: Booking;
  /** The wanted time, from the address. */
  readonly to: string;
  readonly bookings: readonly Booking[];
  readonly hold: Hold | null;
  readonly operations: readonly Operation[];
}

export interface TakenUp {
  readonly done: ReadonlySet<Leg>;
  /** Writes from before, taken up where they stand. */
  readonly open: Partial<Readonly<Record<Leg, Operation>>>;
  /** The kept time that a confirmation would be of, by which booking it is to become. */
  readonly held: { readonly new: string | null; readonly back: string | null };
  /** The new booking, where it is there already. */
  readonly booking: Booking | null;
}

const isOpen = ({ state }: Operation) => state !== 'confirmed' && state !== 'refused';

/** Which write of this move an operation is; null for one that is about something else. */
function legOf(operation: Operation, { old, to }: Found): Leg | null {
  const { kind, booking, hold } = operation;
  if (kind === 'cancel') return booking?.source === old.source && booking.id === old.id ? 'cancel' : null;
  if (kind !== 'hold' && kind !== 'confirm') return null;
  // A hold that nobody has answered yet names no time: it is taken for ours, for two at once are not made.
  if (!hold) return kind === 'hold' && isOpen(operation) ? 'hold' : null;
  if (hold.slot.id === to) return kind;
  return hold.slot.id === old.slot?.id ? `${kind}-back` : null;
}

/** Where a move stands that was begun before: in another tab, or before a reload. */
export function takeUp(found: Found): TakenUp {
  const { old, to, bookings, hold } = found;
  const open: Partial<Record<Leg, Operation>> = {};
  for (const operation of found.operations) {
    const leg = legOf(operation, found);
    if (leg) open[leg] = operation;
  }
  const done = new Set<Leg>();
  // A kept time looks like a visit on the wire (A14): while a reservation is open, a booking there proves nothing.
  const isSure = !open.hold && !open.confirm && !open['confirm-back'];
  const bookedIn = (slot: string | undefined) =>
    (isSure &&
      slot !== undefined &&
      bookings.find(({ id, status, slot: own }) => {
        return id !== old.id && status.kind === 'booked' && own?.id === slot;
      })) ||
    null;
  const keptIn = (slot: string | undefined) =>
    hold?.state === 'held' && hold.slot.id === slot ? hold.id : null;

  const isOff = old.status.kind === 'cancelled';
  const booking = bookedIn(to);
  const back = isOff ? bookedIn(old.slot?.id) : null;
  const held = { new: keptIn(to), back: isOff ? keptIn(old.slot?.id) : null };
  if (isOff) done.add('cancel');
  if (booking || held.new !== null) done.add('hold');
  if (booking) done.add('confirm');
  if (back || held.back !== null) done.add('hold-back');
  if (back) done.add('confirm-back');
  return { done, open, held, booking };
}
