import type { ReactNode } from 'react';
import type { Operation } from '#contract/operation.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useCountdown } from '#src/queries/use-countdown.ts';
import { useScheduledWrite } from '#src/queries/undo-queries.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Soft } from '#src/ui/text.tsx';

/** A cancel whose undo delay is not over: it can be taken back from wherever one looks for bookings. */
export function ScheduledNotice({
  operation: { id, booking, sendsInMs = 0 },
  children,
}: {
  operation: Operation;
  /** What it is about. */
  children: ReactNode;
}) {
  const words = useWords();
  const leftMs = useCountdown(sendsInMs);
  const { undo, isUndoing, hasFailed } = useScheduledWrite(id);
  return (
    <Notice
      silent
      title={words('news.scheduled')}
      actions={
        <Button disabled={isUndoing || leftMs === 0} onClick={undo}>
          {words(`cancel.undo.keep.${booking?.kind ?? 'visit'}`)}
        </Button>
      }
    >
      {children}
      {hasFailed && <p>{words('cancel.undo.failed.title')}</p>}
      <p aria-hidden="true">
        <Soft>{words('news.scheduled.left', { seconds: Math.ceil(leftMs / 1000) })}</Soft>
      </p>
    </Notice>
  );
}
