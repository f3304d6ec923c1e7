import type { Booking } from '#contract/booking.ts';
import type { Language } from '#src/i18n/language.ts';

/** What a calendar can do with a booking: take it, take it back, or nothing, where it has no time or its time is over. */
export function calendarOffer({ starts, status }: Booking, now: Date): 'add' | 'remove' | null {
  if (!starts || Date.parse(starts.at) <= now.getTime()) return null;
  if (status.kind === 'cancelled') return 'remove';
  const isOver = status.kind === 'completed' || status.kind === 'missed' || status.kind === 'transferred';
  return isOver ? null : 'add';
}

/** Where the server has a booking as a calendar file. */
export const calendarAddress = ({ source, id, person }: Booking, language: Language): string =>
  `/api/bookings/${source}/${encodeURIComponent(id)}/calendar.ics?${new URLSearchParams({ person, language })}`;
