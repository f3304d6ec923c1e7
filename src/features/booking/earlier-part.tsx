import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Booking } from '#contract/booking.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { slotOffer } from '#contract/rules/slot-offer.ts';
import type { Clinic } from '#contract/slot.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { watched } from '#src/queries/watched.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Watch } from '#src/ui/watch.tsx';
import { earlierTime } from './earlier-time.ts';

interface Movable {
  readonly booking: Booking & {
    readonly starts: NonNullable<Booking['starts']>;
    readonly slot: NonNullable<Booking['slot']>;
  };
  readonly clinic: Clinic;
}

/** Looks for an earlier time with the same doctor; only where the visit may be moved, and the clinic takes bookings. */
export function EarlierPart({ booking, clinic }: { booking: Booking; clinic: Clinic | undefined }) {
  const { kind, starts, slot, can } = booking;
  if (kind !== 'clinic-visit' || !starts || !slot || !can.move.allowed || !clinic?.online) return null;
  return (
    <Secondary>
      <WatchEarlier booking={{ ...booking, starts, slot }} clinic={clinic} />
    </Secondary>
  );
}

function WatchEarlier({ booking, clinic }: Movable) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const [isOn, setOn] = useState(false);
  const { starts, slot, person: ref } = booking;
  const { role, people } = useSignedIn();
  const person = people.find((one) => one.ref === ref);
  const { data, isError, fetchStatus } = useQuery({
    ...scheduleQueries.slots({
      person: ref,
      clinic: clinic.id,
      doctor: slot.doctorId,
      from: placeDay({ ...starts, at: now.toISOString() }),
      to: placeDay(starts),
    }),
    ...watched,
    enabled: isOn,
  });
  const found =
    isOn && data && person
      ? earlierTime(data.slots, booking, (one) => slotOffer(one, clinic, person.birthDate).offered)
      : null;
  const state = () => {
    if (fetchStatus === 'paused') return words('waiting.watch.offline');
    if (isError) return words('waiting.watch.failed');
    return data ? words('waiting.earlier.looking') : null;
  };
  const zone = found && times.zone(found.starts);
  return (
    <Watch
      title={words(role === 'registrar' ? 'waiting.earlier.title.registrar' : 'waiting.earlier.title')}
      body={words('waiting.earlier.body')}
      label={words('waiting.earlier.switch')}
      isOn={isOn}
      onSwitch={setOn}
      state={isOn ? state() : null}
      found={
        found && {
          title: words('waiting.earlier.found', { time: times.dayAndTime(found.starts) }),
          more: zone && <p>{zone}</p>,
          action: (
            <LinkButton to={paths.move.to({ ...booking, to: found.id, day: placeDay(found.starts) })}>
              {words('waiting.earlier.open')}
            </LinkButton>
          ),
        }
      }
    />
  );
}
