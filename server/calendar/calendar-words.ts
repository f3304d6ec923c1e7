import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/i18n/locales/', import.meta.url);

/** The languages that the portal has words in; one is added by adding its folder. */
export const calendarLanguages: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a calendar entry says; these messages are plain words with placeholders, so that nothing but them is needed here. */
export type CalendarWordId =
  | 'booking.calendar.cancelled'
  | 'booking.calendar.clock'
  | 'booking.calendar.clock.value'
  | 'booking.floor'
  | 'booking.person'
  | 'booking.phone'
  | 'booking.room'
  | 'booking.ticketNumber'
  | 'booking.who'
  | 'common.kind.appointment-request'
  | 'common.kind.clinic-visit'
  | 'common.kind.home-call'
  | 'common.kind.technician-visit'
  | 'common.kind.visit'
  | 'common.visitType.follow_up'
  | 'common.visitType.initial'
  | 'common.visitType.telehealth'
  | 'common.what';

export type CalendarWords = (id: CalendarWordId, values?: Readonly<Record<string, string>>) => string;

const read = (language: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...['booking', 'common'].map((file): unknown =>
      JSON.parse(readFileSync(new URL(`${language}/${file}.json`, folder), 'utf8')),
    ),
  );

const catalogues = new Map<string, Readonly<Record<string, string>>>();

/** The portal's own words (docs/decisions/0012): the same booking is called the same on the screen and in a calendar. */
export function calendarWords(language: string): CalendarWords {
  const catalogue = catalogues.get(language) ?? read(language);
  catalogues.set(language, catalogue);
  return (id, values = {}) => {
    const text = catalogue[id];
    const said = text?.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    if (said === undefined || /[{}]/.test(said)) throw new Error(`${id} (${language}) cannot be said.`);
    return said;
  };
}
