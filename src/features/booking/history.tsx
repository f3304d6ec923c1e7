import type { ClinicVisit } from '#contract/booking.ts';
import { FromClinic } from '#src/i18n/from-clinic.tsx';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Details } from '#src/ui/details.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import styles from './booking.module.css';

/** What happened to a visit, as the clinic wrote it down. */
export function History({ entries }: { entries: ClinicVisit['history'] }) {
  const words = useWords();
  const times = useTimes();
  if (entries.length === 0) return null;
  return (
    <Secondary>
      <Details summary={words('booking.history')}>
        <ul role="list" className={styles['history']}>
          {entries.map((entry) => (
            <li key={`${entry.at} ${entry.text}`}>
              <span className={styles['soft']}>{times.dayAndTime(entry)}</span>
              <span>
                <FromClinic text={entry.text} />
              </span>
              {entry.by && <span className={styles['soft']}>{entry.by}</span>}
            </li>
          ))}
        </ul>
      </Details>
    </Secondary>
  );
}
