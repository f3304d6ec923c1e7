/** What `language.json` says of dates, for a language that not every browser knows: Chromium has no Belarusian months. */
export interface OwnDates {
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** From January on, as they stand after a day's number. */
  readonly months: readonly string[];
  /** With {weekday}, {day}, {month} and {year}. */
  readonly day: string;
  readonly dayWithYear: string;
  readonly date: string;
}

/** A moment's day, in UTC, in a language's own words. */
export function ownParts({ weekdays, months }: OwnDates, at: number) {
  const date = new Date(at);
  return {
    day: String(date.getUTCDate()),
    month: months[date.getUTCMonth()] ?? '',
    weekday: weekdays[date.getUTCDay()] ?? '',
  };
}

export function inOwnWords(own: OwnDates, form: 'day' | 'dayWithYear' | 'date', at: number): string {
  const parts: Record<string, string> = {
    ...ownParts(own, at),
    year: String(new Date(at).getUTCFullYear()),
  };
  return own[form].replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
