import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { copyQueries, dropCopy } from '#src/queries/device-copy/copy-queries.ts';
import type { KeptVisit } from '#src/queries/device-copy/copy-store.ts';
import { isStillAhead } from '#src/queries/device-copy/next-visits.ts';
import { useDeviceNow } from '#src/queries/use-now.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { KeptTicket } from './kept-ticket.tsx';
import { useAsOf } from './use-as-of.ts';
import styles from './offline.module.css';

/** Where the portal cannot be reached: the visits that this device was asked to keep, and nothing that could be done to them. */
export function KeptVisitsScreen({ again, otherwise }: { again: () => void; otherwise: ReactNode }) {
  const words = useWords();
  const queryClient = useQueryClient();
  const now = useDeviceNow();
  const asOfWords = useAsOf(now);
  const { data: copy, isPending } = useQuery(copyQueries.current());
  const [wasDropped, setDropped] = useState(false);
  const drop = async () => {
    await dropCopy(queryClient);
    setDropped(true);
  };
  if (isPending) return null;
  if (wasDropped)
    return (
      <Stack>
        {otherwise}
        <Notice tone="success" title={words('offline.dropped')} takesFocus />
      </Stack>
    );
  if (!copy?.asOf) return otherwise;
  const ahead = copy.visits.filter(({ starts }) => isStillAhead(starts, now));
  return (
    <Stack>
      <PageTitle>{words('offline.title')}</PageTitle>
      <Lead>
        {asOfWords(copy.asOf)} {words('offline.mayHaveChanged')}
      </Lead>
      {ahead.length === 0 && <p>{words('offline.none')}</p>}
      <VisitDays visits={ahead} />
      <p className={styles['note']}>{words('offline.noActions')}</p>
      <Row>
        <Button onClick={again}>{words('common.tryAgain')}</Button>
        <Button look="quiet" onClick={() => void drop()}>
          {words('offline.drop')}
        </Button>
      </Row>
    </Stack>
  );
}

function VisitDays({ visits }: { visits: readonly KeptVisit[] }) {
  const times = useTimes();
  const days = new Map<string, KeptVisit[]>();
  for (const visit of visits) {
    const day = times.dayWithYear(visit.starts);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles['day']}>
      <h2 className={styles['dayName']}>{ofDay[0] ? times.day(ofDay[0].starts) : day}</h2>
      <ul role="list" className={styles['tickets']}>
        {ofDay.map((visit) => (
          <li key={visit.id}>
            <KeptTicket visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
