import * as z from 'zod/mini';

/** A moment in time: ISO 8601 in UTC, as `2026-11-21T09:00:00.000Z`. */
export const instant = z.iso.datetime();
export type Instant = z.infer<typeof instant>;

/** How the place's own clock differs from UTC at that moment: `+03:00`. Every shown time names its place's clock. */
export const utcOffset = z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/));
export type UtcOffset = z.infer<typeof utcOffset>;

/** A day without a time or a zone: `2026-11-21`. */
export const calendarDay = z.iso.date();
export type CalendarDay = z.infer<typeof calendarDay>;

/** A moment with the clock of the place where it happens. */
export const placeTime = z.object({ at: instant, offset: utcOffset });
export type PlaceTime = z.infer<typeof placeTime>;
