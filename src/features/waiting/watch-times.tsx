import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { placeDay } from '#contract/rules/place-day.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { watched } from '#src/queries/watched.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Watch } from '#src/ui/watch.tsx';
import { firstFree } from './first-free.ts';
import type { Wanted } from './wanted.ts';

/** Asks for free times for as long as the page is open and seen; nothing of it is kept anywhere. */
export function WatchTimes({ wanted, person }: { wanted: Wanted; person: string }) {
  const words = useWords();
  const times = useTimes();
  const [isOn, setOn] = useState(false);
  const { clinic, speciality } = wanted;
  const { data, isError, fetchStatus } = useQuery({
    ...scheduleQueries.earliest({ person, clinic: clinic.id, speciality: speciality.name, name: undefined }),
    ...watched,
    enabled: isOn,
  });
  const found = isOn && data ? firstFree(data, wanted) : null;
  const state = () => {
    if (fetchStatus === 'paused') return words('waiting.watch.offline');
    if (isError) return words('waiting.watch.failed');
    return data ? words('waiting.watch.looking') : null;
  };
  return (
    <Watch
      title={words('waiting.watch.title')}
      body={words('waiting.watch.body')}
      label={words('waiting.watch.switch')}
      isOn={isOn}
      onSwitch={setOn}
      state={isOn ? state() : null}
      found={
        found && {
          title: words('waiting.watch.found', { time: times.dayAndTime(found.slot.starts) }),
          more: (
            <p>
              {[found.doctor.name, times.zone(found.slot.starts)].filter((part) => part !== null).join(', ')}
            </p>
          ),
          action: (
            <LinkButton
              to={paths.reserve.to({
                person,
                clinic: clinic.id,
                speciality: speciality.id,
                doctor: found.doctor.id,
                day: placeDay(found.slot.starts),
                slot: found.slot.id,
              })}
            >
              {words('waiting.watch.open')}
            </LinkButton>
          ),
        }
      }
    />
  );
}
