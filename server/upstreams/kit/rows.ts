import { z } from 'zod';

/**
 * A vendor's list, read row by row. With `unreadable` rows the list is incomplete: that something is absent from it
 * proves nothing. Missing means 0. Deriving a list (`map`, `filter`) drops the count: use `mapRows`.
 */
export interface Rows<T> extends ReadonlyArray<T> {
  readonly unreadable?: number;
}

export const withUnreadable = <T>(rows: readonly T[], unreadable: number): Rows<T> =>
  unreadable > 0 ? Object.assign([...rows], { unreadable }) : rows;

export const unreadableIn = (rows: Rows<unknown>): number => rows.unreadable ?? 0;

export const mapRows = <T, U>(rows: Rows<T>, map: (row: T) => U): Rows<U> =>
  withUnreadable(rows.map(map), unreadableIn(rows));

/** An array whose rows are parsed one by one: one that does not fit is counted and hides no other. */
export const rowsOf = <T>(row: z.ZodType<T>) =>
  z.array(z.unknown()).transform((all): Rows<T> => {
    const read = all.flatMap((wire) => {
      const parsed = row.safeParse(wire);
      return parsed.success ? [parsed.data] : [];
    });
    return withUnreadable(read, all.length - read.length);
  });
