import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Row } from '#src/ui/stack.tsx';
import { Soft } from '#src/ui/text.tsx';
import { daysAfter, shownDays, windowBefore } from './day-window.ts';
import { freeDays, whyNothingFree } from './group-slots.ts';
import { Loaded } from './loaded.tsx';
import styles from './reserve.module.css';
import { addressWith, type StepProps } from './step-props.ts';

const nothing = {
  none: 'reserve.time.none',
  age: 'reserve.time.noneForAge',
  'no-right': 'reserve.time.noneToUse',
} as const;

/** When: the free times of two weeks, earliest first. What is taken is not shown at all. */
export function TimeStep({ made, person, today }: StepProps) {
  const words = useWords();
  const times = useTimes();
  const from = made.day ?? today;
  const to = daysAfter(from, shownDays - 1);
  const earlier = windowBefore(from, today);
  const query = scheduleQueries.slots({
    person: person.ref,
    clinic: made.clinic ?? '',
    doctor: made.doctor ?? '',
    from,
    to,
  });
  const other = (day: string) => paths.reserve.to({ ...made, slot: undefined, day });
  return (
    <>
      <Loaded query={useQuery(query)}>
        {({ slots }) => {
          const days = freeDays(slots);
          if (days.length === 0)
            return (
              <Notice
                title={words(nothing[whyNothingFree(slots)], {
                  from: times.date(from),
                  to: times.date(to),
                })}
                actions={
                  <LinkButton to={addressWith(made, 'doctor', undefined)} look="plain">
                    {words('reserve.time.otherDoctors')}
                  </LinkButton>
                }
              />
            );
          return (
            <>
              <Soft>{words('reserve.time.clock')}</Soft>
              {days.map(({ day, slots: inDay }) => (
                <section key={day} className={styles['day']} aria-labelledby={`day-${day}`}>
                  <h2 id={`day-${day}`}>{times.calendarDay(day)}</h2>
                  <ul role="list" className={styles['times']}>
                    {inDay.map(({ id, starts }) => (
                      <li key={id}>
                        <Link href={addressWith(made, 'slot', id)} className={styles['time'] ?? ''}>
                          {times.time(starts)}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
      <Row>
        {earlier && (
          <LinkButton to={other(earlier)} look="plain">
            {words('reserve.time.earlier')}
          </LinkButton>
        )}
        <LinkButton to={other(daysAfter(from, shownDays))} look="plain">
          {words('reserve.time.later')}
        </LinkButton>
      </Row>
    </>
  );
}
