import type { Instant } from '#contract/time.ts';

/** Server time minus this device's time, in milliseconds, measured when an answer with `now` arrived. */
export const clockDifference = (serverNow: Instant, receivedAt: number): number =>
  Date.parse(serverNow) - receivedAt;

/** Whole seconds until `until` by the server's clock, never below 0. `localNow` and `difference` in milliseconds. */
export const secondsLeft = (until: Instant, localNow: number, difference: number): number =>
  Math.max(0, Math.ceil((Date.parse(until) - (localNow + difference)) / 1000));

/** Spoken at 5 minutes, 2 minutes and 30 seconds only: a screen reader that speaks each second is unusable. */
const spokenAt = [30, 120, 300] as const;

/**
 * The mark that was passed last, to be spoken politely; null before the first one and in the end, when the page itself changes.
 * It stays the same between marks, so that the words change only when something is to be said. `startedWith` is what was left when
 * the page opened: marks that had passed by then are old news.
 */
export function spokenMark(seconds: number, startedWith: number): number | null {
  if (seconds <= 0) return null;
  return spokenAt.find((mark) => seconds <= mark && mark < startedWith) ?? null;
}
