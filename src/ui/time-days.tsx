import type { ReactNode } from 'react';
import { Soft } from './text.tsx';
import styles from './time-days.module.css';

export interface TimesOfDay {
  /** Names the day in the document: once a page. */
  readonly day: string;
  readonly title: string;
  /** What lies in a day that is folded: how many times, from when to when. */
  readonly folded: string;
  readonly times: ReactNode;
}
type Heading = 'h2' | 'h3';

/** So many days of a list lie open: the hurried choose from the first ones. */
const openDays = 2;

/** Days with times to choose from, the earliest ones open. */
export const TimeDays = ({ days, heading = 'h2' }: { days: readonly TimesOfDay[]; heading?: Heading }) => (
  <div className={styles['days']}>
    {days.map(({ day, title, folded, times }, index) =>
      index < openDays ? (
        <TimeDay key={day} day={day} title={title} heading={heading}>
          <TimeGrid>{times}</TimeGrid>
        </TimeDay>
      ) : (
        <details key={day} className={styles['later']}>
          <summary>
            <DayTitle day={day} title={title} heading={heading} />
            <Soft>{folded}</Soft>
          </summary>
          <TimeGrid>{times}</TimeGrid>
        </details>
      ),
    )}
  </div>
);

interface DayTitleProps {
  day: string;
  title: string;
  heading?: Heading;
}

const DayTitle = ({ day, title, heading: Title = 'h2' }: DayTitleProps) => (
  <Title id={`day-${day}`} className={styles['title']}>
    {title}
  </Title>
);

/** One day that lies open. */
export const TimeDay = ({ children, ...titled }: DayTitleProps & { children: ReactNode }) => (
  <section className={styles['day']} aria-labelledby={`day-${titled.day}`}>
    <DayTitle {...titled} />
    {children}
  </section>
);

/** Times side by side, as many as there is room for; each is an item of a list. */
export const TimeGrid = ({ children }: { children: ReactNode }) => (
  <ul role="list" className={styles['times']}>
    {children}
  </ul>
);
