import type { View } from '#contract/rules/booking-order.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import styles from '../my-bookings.module.css';

/** There are bookings here, and none is what was looked for: it may be in another view. */
export function NothingFound({ view }: { view: View }) {
  const words = useWords();
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{words(`my-bookings.find.nothing.${view}`)}</p>
      <p>{words('my-bookings.find.nothing.hint')}</p>
    </div>
  );
}
