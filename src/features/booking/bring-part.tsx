import type { Booking } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Card } from '#src/ui/card.tsx';
import { Soft } from '#src/ui/text.tsx';
import type { Thing } from './what-to-bring.ts';
import styles from './booking.module.css';

/** What to have at hand, as advice. */
export function BringPart({ kind, things }: Pick<Booking, 'kind'> & { things: readonly Thing[] }) {
  const words = useWords();
  const isAtHome = kind === 'home-call';
  return (
    <Card>
      <h2 className={styles['title']}>
        {words(isAtHome ? 'booking.bring.title.home' : 'booking.bring.title')}
      </h2>
      <ul className={styles['things']}>
        {things.map((thing) => (
          <li key={thing}>{words(`booking.bring.${thing}`)}</li>
        ))}
      </ul>
      <Soft>{words(isAtHome ? 'booking.bring.note.home' : 'booking.bring.note')}</Soft>
    </Card>
  );
}
