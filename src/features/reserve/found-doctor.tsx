import { Link } from 'wouter';
import type { EarliestOffer } from '#contract/earliest.ts';
import { byDay } from '#contract/rules/calendar-days.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { Soft, VisuallyHidden } from '#src/ui/text.tsx';
import styles from './find.module.css';

/** A doctor with the first free times; each leads straight to the last question. */
export function FoundDoctor({
  offer: { clinic, speciality, doctor, slots },
  person,
  days,
  isFirst,
}: {
  offer: EarliestOffer;
  person: string;
  days: number;
  isFirst: boolean;
}) {
  const words = useWords();
  const times = useTimes();
  const chosen = { person, clinic: clinic.id, speciality: speciality.id, doctor: doctor.id };
  const title = `doctor-${clinic.id}-${speciality.id}-${doctor.id}`;
  return (
    <Card>
      <section className={styles['doctor']} aria-labelledby={title}>
        {isFirst && (
          <div>
            <Tag tone="success">{words('reserve.found.first')}</Tag>
          </div>
        )}
        <div>
          <h2 id={title}>{doctor.name}</h2>
          <p>{speciality.name}</p>
          <Soft>{[clinic.name, clinic.address].filter(Boolean).join(', ')}</Soft>
        </div>
        {slots.length === 0 ? (
          <p>{words('reserve.found.noneFree', { days })}</p>
        ) : (
          byDay(slots).map(({ day, times: inDay }) => (
            <div key={day} className={styles['onDay']}>
              <p id={`${title}-${day}`}>{times.calendarDay(day)}</p>
              <ul role="list" aria-labelledby={`${title}-${day}`} className={styles['times']}>
                {inDay.map(({ id, starts }) => (
                  <li key={id}>
                    <Link href={paths.reserve.to({ ...chosen, slot: id })} className={styles['time'] ?? ''}>
                      {times.time(starts)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))
        )}
        <div>
          <Link href={paths.reserve.to(chosen)} className={styles['all'] ?? ''}>
            {words('reserve.found.allTimes')}
            <VisuallyHidden>: {doctor.name}</VisuallyHidden>
          </Link>
        </div>
      </section>
    </Card>
  );
}
