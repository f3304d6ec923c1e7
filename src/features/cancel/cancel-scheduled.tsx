import { useEffect, useState } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useCountdown } from '#src/queries/use-countdown.ts';
import { useScheduledWrite } from '#src/queries/undo-queries.ts';
import { Button } from '#src/ui/button.tsx';
import { CountdownRing } from '#src/ui/countdown-ring.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { BookingSummary } from './booking-summary.tsx';
import { readerOf } from './reader-of.ts';

/** The second half of a double click is no decision. */
const deafMs = 500;

/** Pressed, and not sent yet: the server sends it when the time is over, whatever becomes of the page. The title says it once. */
export function CancelScheduled({
  booking,
  person,
  operationId,
  sendsInMs,
}: {
  booking: Booking;
  person: Person | undefined;
  operationId: string;
  sendsInMs: number;
}) {
  const words = useWords();
  const leftMs = useCountdown(sendsInMs);
  const [seconds] = useState(() => Math.ceil(sendsInMs / 1000));
  const { undo, sendNow, isUndoing, isSending, hasFailed } = useScheduledWrite(operationId);
  const [isDeaf, setDeaf] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setDeaf(false), deafMs);
    return () => clearTimeout(timer);
  }, []);

  const { kind } = booking;
  const keep = words(`cancel.undo.keep.${kind}`);
  if (leftMs === 0 || isSending)
    return (
      <Waiting
        title={words(`cancel.sending.${kind}`)}
        wait={words('common.wait')}
        slow={words('cancel.slow')}
      />
    );
  return (
    <Stack narrow>
      <PageTitle>{words(`cancel.undo.title.${kind}`, { seconds })}</PageTitle>
      <Lead>{words('cancel.undo.nothingSent', { keep, reader: readerOf(person) })}</Lead>
      {hasFailed && (
        <Notice tone="danger" title={words('cancel.undo.failed.title')}>
          <p>{words('cancel.undo.failed.body')}</p>
        </Notice>
      )}
      <CountdownRing leftMs={leftMs} />
      <Row>
        <Button disabled={isDeaf || isUndoing} onClick={undo}>
          {keep}
        </Button>
        <Button look="plain" disabled={isDeaf || isUndoing} onClick={sendNow}>
          {words('cancel.undo.now')}
        </Button>
      </Row>
      <BookingSummary booking={booking} person={person} />
    </Stack>
  );
}
