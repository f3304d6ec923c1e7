import { deviceOffsetMinutes } from '#src/i18n/format-time.ts';
import type { Instant, PlaceTime } from '#contract/time.ts';

/** A moment by this device's own clock: when something was kept here has no other place. */
export function deviceTime(at: Instant, minutes = deviceOffsetMinutes(at)): PlaceTime {
  const size = Math.abs(minutes);
  const two = (count: number) => String(count).padStart(2, '0');
  return { at, offset: `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}` };
}
