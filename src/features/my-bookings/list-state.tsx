import type { Source } from '#contract/booking.ts';
import type { View } from '#contract/rules/booking-order.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Skeleton } from '#src/ui/progress.tsx';
import { VisuallyHidden } from '#src/ui/text.tsx';
import styles from './my-bookings.module.css';

/** What is still coming; and "nothing" only once every source has said so. */
export function ListState({
  view,
  awaited,
  shown,
  isEmpty,
}: {
  view: View;
  awaited: readonly Source[];
  /** How many bookings are there already. */
  shown: number;
  isEmpty: boolean;
}) {
  const words = useWords();
  const language = useLanguage();
  const inAList = () =>
    new Intl.ListFormat(language).format(awaited.map((source) => words(`my-bookings.source.${source}`)));
  return (
    <>
      <div role="status">
        {awaited.length > 0 && (
          <VisuallyHidden>{words('my-bookings.awaited', { list: inAList() })}</VisuallyHidden>
        )}
        {awaited.length === 0 && isEmpty && (
          <div className={styles['empty']}>
            <p className={styles['emptyTitle']}>{words(`my-bookings.empty.${view}`)}</p>
            {view === 'upcoming' && <p>{words('my-bookings.empty.hint')}</p>}
          </div>
        )}
      </div>
      {awaited.length > 0 && (
        // Others with every row that comes: what was in the row's place has gone, and did not move.
        <div key={shown} className={styles['toCome']}>
          <Skeleton height="8.5rem" />
          <Skeleton height="8.5rem" />
        </div>
      )}
    </>
  );
}
