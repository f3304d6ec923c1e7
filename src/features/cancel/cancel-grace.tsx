import type { CSSProperties } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { BookingSummary } from './booking-summary.tsx';
import styles from './cancel-grace.module.css';
import { graceMs, isListening } from './grace-flow.ts';
import { readerOf } from './reader-of.ts';
import type { Grace } from './use-grace.ts';

/** Pressed, and not sent yet. The title says it once; the clock is for the eyes, and can be stopped by anybody who needs longer. */
export function CancelGrace({
  booking,
  person,
  grace,
  onKeep,
}: {
  booking: Booking;
  person: Person | undefined;
  grace: Grace;
  onKeep: () => void;
}) {
  const words = useWords();
  const reader = readerOf(person);
  const { state } = grace;
  const { kind } = booking;
  const keep = words(`cancel.grace.keep.${kind}`);
  const paused = state.step === 'paused';
  const leftMs = state.step === 'counting' || paused ? state.leftMs : 0;
  const deaf = !isListening(state);
  const share: CSSProperties & { '--share': number } = { '--share': leftMs / graceMs };
  return (
    <Stack narrow>
      <PageTitle>{words(`cancel.grace.title.${kind}`, { seconds: graceMs / 1000 })}</PageTitle>
      <Lead>{words('cancel.grace.nothingSent', { keep, reader })}</Lead>
      <div className={styles['clock']}>
        <span className={styles['ring']} style={share} aria-hidden="true">
          <span className={styles['seconds']}>{Math.ceil(leftMs / 1000)}</span>
        </span>
        <p role="status">{paused && words(`cancel.grace.paused.${state.why}`)}</p>
      </div>
      <Row>
        <Button disabled={deaf} onClick={onKeep}>
          {keep}
        </Button>
        <Button look="plain" disabled={deaf} onClick={paused ? grace.resume : grace.pause}>
          {words(paused ? 'cancel.grace.resume' : 'cancel.grace.pause')}
        </Button>
        <Button look="plain" disabled={deaf} onClick={grace.hurry}>
          {words('cancel.grace.now')}
        </Button>
      </Row>
      <BookingSummary booking={booking} person={person} />
    </Stack>
  );
}
