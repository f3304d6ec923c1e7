import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import { offsetMinutes } from '#contract/rules/place-day.ts';

const spoken = /(\d{1,2})\.(\d{1,2})\.(\d{4})\D+(\d{1,2}):(\d{2})/;

/**
 * Whether 4008 is about the very booking that is being moved. The clinic names the time of the one in the way; where it does
 * not, it is this one: it is with the same doctor, and so of the same speciality.
 */
export function isInTheWay({ failure, facts }: FailureReport, { starts }: Pick<Booking, 'starts'>): boolean {
  if (failure !== 'mis.reserve.already-booked') return false;
  const named = spoken.exec(facts['time'] ?? '');
  if (!named || !starts) return true;
  const [, day, month, year, hour, minute] = named.map(Number);
  const clock = new Date(Date.parse(starts.at) + offsetMinutes(starts.offset) * 60_000);
  return (
    day === clock.getUTCDate() &&
    month === clock.getUTCMonth() + 1 &&
    year === clock.getUTCFullYear() &&
    hour === clock.getUTCHours() &&
    minute === clock.getUTCMinutes()
  );
}
