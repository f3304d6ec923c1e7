import type { Booking } from '../booking.ts';
import type { PlaceTime } from '../time.ts';
import { plain } from './plain-words.ts';

/** What somebody is about to reserve. */
export interface WantedTime {
  readonly starts: PlaceTime;
  readonly ends: PlaceTime | null;
  readonly speciality: string | null;
}

/** A booking that stands in the way of another, and why. */
export interface Clash {
  readonly booking: Booking;
  readonly reason: 'same-time' | 'same-speciality';
}

const lettersOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** Whether a doctor's role («Врач-терапевт участковый») is of a speciality («Терапевт»). */
export function isOfSpeciality(role: string, speciality: string): boolean {
  const wanted = lettersOf(speciality);
  const known = new Set(lettersOf(role));
  return wanted.length > 0 && wanted.every((word) => known.has(word));
}

/** A booking without an end is taken as its beginning: how long it lasts is not guessed. */
function overlaps(wanted: WantedTime, { starts, ends }: Pick<Booking, 'starts' | 'ends'>): boolean {
  if (!starts) return false;
  const [from, to] = [Date.parse(wanted.starts.at), Date.parse((wanted.ends ?? wanted.starts).at)];
  const [begins, over] = [Date.parse(starts.at), Date.parse((ends ?? starts).at)];
  return begins === from || (begins < to && over > from) || (begins > from && begins < to);
}

const mayStillHappen = ({ status: { kind } }: Booking) =>
  kind === 'booked' || kind === 'new' || kind === 'in-progress' || kind === 'unrecognised';

/** A visit to a speciality that is still to come: MIS allows one (4008). A doctor who comes home is none. */
export function isVisitAhead(booking: Booking, speciality: string, now: Date): boolean {
  const { kind, starts, who } = booking;
  if (kind !== 'clinic-visit' || !mayStillHappen(booking) || !starts || !who?.role) return false;
  return Date.parse(starts.at) > now.getTime() && isOfSpeciality(who.role, speciality);
}

/**
 * What stands in the way of a wanted time, earliest first: another booking of any source at the same time, or a visit to
 * the same speciality, of which MIS allows one (4008). Advice, shown before asking: the clinic's answer stays the truth.
 */
export function clashesOf(wanted: WantedTime, bookings: readonly Booking[], now: Date): readonly Clash[] {
  const why = (booking: Booking): Clash['reason'] | null => {
    if (overlaps(wanted, booking)) return 'same-time';
    return wanted.speciality !== null && isVisitAhead(booking, wanted.speciality, now)
      ? 'same-speciality'
      : null;
  };
  return bookings
    .filter(mayStillHappen)
    .flatMap((booking) => {
      const reason = why(booking);
      return reason ? [{ booking, reason }] : [];
    })
    .toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ booking: { starts } }: Clash) => (starts ? Date.parse(starts.at) : Infinity);
