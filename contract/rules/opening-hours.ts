import type { Clinic } from '../slot.ts';
import type { Instant, UtcOffset } from '../time.ts';
import { offsetMinutes } from './place-day.ts';

type Worktimes = NonNullable<Clinic['worktimes']>;

/** From Monday, as a week is read where these clinics are. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly (keyof Worktimes)[];

/** `unclear`: the hours are written in a way that we do not know, so nothing is said of them. */
export type OpenState =
  /** `until` is null for a clinic that does not close. */
  | { readonly kind: 'open'; readonly until: Instant | null }
  /** `opens` is null where no opening is known within a week. */
  | { readonly kind: 'closed'; readonly opens: Instant | null }
  | { readonly kind: 'unclear' };

interface Span {
  readonly from: number;
  readonly to: number;
}

const minutesADay = 24 * 60;
const span = /^(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})$/;

/** `8:00 - 12:00, 13:00 - 18:00` in minutes since midnight, past it for a night; null for what is written otherwise. */
function spansOf(written: string | null | undefined): readonly Span[] | null {
  if (written === null || written === undefined) return [];
  const spans = written.split(/[,;]/).map((part) => {
    const found = span.exec(part.trim());
    if (!found) return null;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map(Number);
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    // A day from 0:00 to 0:00 may mean all of it or nothing.
    if (from >= minutesADay || to > minutesADay || fromMinute > 59 || toMinute > 59 || from === to)
      return null;
    return { from, to: to > from ? to : to + minutesADay };
  });
  return spans.every((one) => one !== null) ? spans : null;
}

/**
 * Whether a clinic is open, by its own clock (`offset`) and its own writing of its hours. Asked for `now`, wherever the reader
 * is; a night that began yesterday is open today, and hours that run on without a gap are one opening.
 */
export function openState(worktimes: Worktimes, offset: UtcOffset, now: Date): OpenState {
  const aheadMs = offsetMinutes(offset) * 60_000;
  const clock = new Date(now.getTime() + aheadMs);
  const midnight = Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate());
  const today = (clock.getUTCDay() + 6) % 7;
  const minute = (clock.getTime() - midnight) / 60_000;
  const instant = (at: number): Instant => new Date(midnight - aheadMs + at * 60_000).toISOString();

  /** The spans of a day so many days from today, in minutes since today's midnight; null where they are unclear. */
  const spansIn = (days: number): readonly Span[] | null => {
    const day = weekdays[(today + days + 7) % 7] ?? 'monday';
    const ahead = days * minutesADay;
    return spansOf(worktimes[day])?.map(({ from, to }) => ({ from: from + ahead, to: to + ahead })) ?? null;
  };

  const [night, day] = [spansIn(-1), spansIn(0)];
  if (!night || !day) return { kind: 'unclear' };
  const current = [...night, ...day].find(({ from, to }) => from <= minute && minute < to);
  if (current) {
    const end = endOf(current, spansIn);
    return { kind: 'open', until: end - minute > 7 * minutesADay ? null : instant(end) };
  }
  for (let days = 0; days <= 7; days += 1) {
    const spans = spansIn(days);
    if (!spans) break;
    const next = Math.min(...spans.map(({ from }) => from).filter((from) => from > minute));
    if (Number.isFinite(next)) return { kind: 'closed', opens: instant(next) };
  }
  return { kind: 'closed', opens: null };
}

/** When a span is over, with those that follow it at once: midnight ends nothing by itself. */
function endOf(open: Span, spansIn: (days: number) => readonly Span[] | null): number {
  const following = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((days) => spansIn(days) ?? []);
  let { to } = open;
  for (const { from, to: later } of following) if (from <= to && later > to) to = later;
  return to;
}
