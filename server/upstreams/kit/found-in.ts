import { sourceUnavailable } from './failure-reports.ts';
import { ReadFailure } from './read-failure.ts';
import { unreadableIn, type Rows } from './rows.ts';

/** The row that is asked for; null where it is not listed. Throws `ReadFailure` where it may be one that could not be read. */
export function foundIn<T>(rows: Rows<T>, is: (row: T) => boolean): T | null {
  const found = rows.find(is);
  if (found === undefined && unreadableIn(rows) > 0) throw new ReadFailure(sourceUnavailable);
  return found ?? null;
}
