import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Card } from '#src/ui/card.tsx';
import { Choice } from '#src/ui/field.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { firstFree } from './first-free.ts';
import type { Wanted } from './wanted.ts';

const everyMs = 60_000;

/** Asks for free times for as long as the page is open and seen; nothing of it is kept anywhere. */
export function WatchTimes({ wanted, person }: { wanted: Wanted; person: string }) {
  const words = useWords();
  const times = useTimes();
  const [watches, setWatches] = useState(false);
  const { clinic, speciality } = wanted;
  const { data, isError } = useQuery({
    ...scheduleQueries.earliest({ person, clinic: clinic.id, speciality: speciality.name, name: undefined }),
    enabled: watches,
    refetchInterval: everyMs,
    refetchIntervalInBackground: false,
  });
  const found = watches && data ? firstFree(data, wanted) : null;
  return (
    <Card>
      <section aria-labelledby="watch">
        <Stack>
          <h2 id="watch">{words('waiting.watch.title')}</h2>
          <p>{words('waiting.watch.body')}</p>
          <Choice label={words('waiting.watch.switch')}>
            <input type="checkbox" checked={watches} onChange={(event) => setWatches(event.target.checked)} />
          </Choice>
          <div role="status">
            {watches && isError && <p>{words('waiting.watch.failed')}</p>}
            {watches && !isError && data && !found && <p>{words('waiting.watch.looking')}</p>}
            {found && <p>{words('waiting.watch.found', { time: times.dayAndTime(found.slot.starts) })}</p>}
          </div>
          {found && (
            <Row>
              <LinkButton
                to={paths.reserve.to({
                  person,
                  clinic: clinic.id,
                  speciality: speciality.id,
                  doctor: found.doctor,
                  slot: found.slot.id,
                })}
              >
                {words('waiting.watch.open')}
              </LinkButton>
            </Row>
          )}
        </Stack>
      </section>
    </Card>
  );
}
