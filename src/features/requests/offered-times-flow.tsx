import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppointmentRequest, Booking } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { sendTime } from '#src/queries/request-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { ChooseTime } from './choose-time.tsx';
import { TimeResult } from './time-result.tsx';

const askAgainMs = 2_000;
/** After that many answers without a time, it is said that nobody has to wait here. */
const longAfter = 15;

/** On the page of a request: waits for times, offers them, and arranges the visit for the one that is chosen. */
export function OfferedTimes({
  request,
  onArranged,
}: {
  request: AppointmentRequest;
  /** The request is a visit now, and its page shows that one: what there is to say about it must live outside. */
  onArranged: (visit: Booking) => void;
}) {
  const words = useWords();
  const write = useWrite(sendTime);
  const [chosen, setChosen] = useState('');
  const { id, person, status, offeredTimes } = request;

  const looking = status.kind === 'looking-for-times';
  const [openedAt] = useState(() => Date.now());
  const { dataUpdatedAt } = useQuery({
    ...bookingQueries.one('requests', id, person),
    refetchInterval: looking ? askAgainMs : false,
  });

  const { state } = write;
  const arranged = state.step === 'confirmed' ? state.operation.booking : null;
  useEffect(() => {
    if (arranged) onArranged(arranged);
  }, [arranged, onArranged]);

  if (state.step === 'sending') return <Progress words={words('requests.offered.booking')} takesFocus />;
  if (state.step === 'confirmed') return null;
  if (state.step === 'unknown') return <TimeResult state={state} onCheck={write.again} />;
  if (looking) {
    const isLong = dataUpdatedAt - openedAt > longAfter * askAgainMs;
    return <Progress words={words(isLong ? 'requests.offered.lookingLong' : 'requests.offered.looking')} />;
  }
  return (
    <>
      {state.step === 'refused' && <TimeResult state={state} onCheck={write.again} />}
      {status.kind === 'times-offered' &&
        (offeredTimes.length === 0 ? (
          <Notice title={words('requests.offered.none')} />
        ) : (
          <ChooseTime
            times={offeredTimes}
            chosen={chosen}
            onChoose={setChosen}
            onBook={(timeId) => write.submit({ requestId: id, person, timeId })}
          />
        ))}
    </>
  );
}
