import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { offsetMinutes, placeDay } from '#contract/rules/place-day.ts';
import type { PlaceTime } from '#contract/time.ts';
import type { CalendarWords } from './calendar-words.ts';

interface Entry {
  readonly booking: Booking & { readonly starts: PlaceTime };
  readonly person: Person;
  /** When this is how the booking stands. */
  readonly now: Date;
  readonly language: string;
  readonly words: CalendarWords;
  /** The booking's own page. */
  readonly page: URL;
}

const statuses: Partial<Record<Booking['status']['kind'], ICalEventStatus>> = {
  booked: ICalEventStatus.CONFIRMED,
  'in-progress': ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  new: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Revisions only ever count up, and a later reading is a later revision; a count of seconds fits its 32 bits until 2088. */
const revisionOf = (now: Date) => Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 1_000);

/** The same for a booking whoever asks and whenever, so that a calendar changes its entry and never gets a second one. */
export const uidOf = ({ source, id }: Pick<Booking, 'source' | 'id'>, page: URL): string =>
  `${source}.${encodeURIComponent(id)}@${page.hostname}`;

/**
 * A booking as a file for a calendar (RFC 5545). Times are in UTC, which is the right moment in every calendar: of the
 * place's clock only the offset is known, and that is said in words. An end that is not known is not invented.
 */
export function bookingCalendar({ booking, person, now, language, words, page }: Entry): string {
  const { starts, ends, status } = booking;
  const isOff = status.kind === 'cancelled';
  const title = titleOf(booking, words);
  const calendar = ical({
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Talon', product: 'Talon', language: language.toUpperCase() },
  });
  calendar.createEvent({
    id: uidOf(booking, page),
    stamp: now,
    sequence: revisionOf(now),
    start: new Date(starts.at),
    ...(ends ? { end: new Date(ends.at) } : {}),
    summary: isOff ? words('booking.calendar.cancelled', { title }) : title,
    description: factsOf(booking, person, words).join('\n'),
    location: locationOf(booking),
    url: page.href,
    status: statuses[status.kind] ?? null,
    // Calendars are shared with colleagues: those see that somebody is busy, not with which doctor.
    class: ICalEventClass.PRIVATE,
  });
  return calendar.toString();
}

/** `talon-2026-11-23.ics`: the day, and nothing that tells more. */
export const calendarFileName = (starts: PlaceTime): string => `talon-${placeDay(starts)}.ics`;

const visitTypes = ['telehealth', 'initial', 'follow_up'] as const;

function titleOf(booking: Booking, words: CalendarWords): string {
  const known = booking.kind === 'visit' && visitTypes.find((one) => one === booking.visitType);
  const kind = words(known ? `common.visitType.${known}` : `common.kind.${booking.kind}`);
  const who = booking.who?.role ?? booking.who?.name;
  return who ? words('common.what', { kind, who }) : kind;
}

function locationOf(booking: Booking): string | null {
  if (booking.kind === 'home-call') return booking.address;
  return [booking.place?.name, booking.place?.address].filter(Boolean).join(', ') || null;
}

function factsOf(booking: Entry['booking'], person: Person, words: CalendarWords): string[] {
  const ticket = booking.kind === 'clinic-visit' ? booking : null;
  const facts: [string, string | number | null | undefined][] = [
    [words('booking.calendar.clock'), words('booking.calendar.clock.value', placeClock(booking.starts))],
    // It is one's own calendar: only whom else it is for needs saying.
    [words('booking.person'), person.relation === 'self' ? null : person.name],
    [words('booking.who'), booking.who?.name],
    [words('booking.ticketNumber'), ticket?.ticketNumber],
    [words('booking.floor'), ticket?.floor],
    [words('booking.room'), ticket?.room],
    [words('booking.phone'), booking.place?.phone],
  ];
  return facts.flatMap(([term, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${term}: ${value}`],
  );
}

/** "10:20" and "+03:00": the time as the place's own clock will show it. */
function placeClock({ at, offset }: PlaceTime) {
  const time = new Date(Date.parse(at) + offsetMinutes(offset) * 60_000).toISOString().slice(11, 16);
  return { time, offset };
}
