import { useQueryClient } from '@tanstack/react-query';
import type { Operation } from '#contract/operation.ts';
import { failureText } from '#src/i18n/failure-text.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sayThatSeen } from '#src/queries/operation-queries.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { bookingTitle } from '#src/i18n/booking-words.ts';
import { ForWhom } from './for-whom.tsx';
import { ScheduledNotice } from './scheduled-notice.tsx';

/** How one write stands: checked on, or how it ended while nobody looked. */
export function OneNews({ operation, now }: { operation: Operation; now: Date }) {
  const words = useWords();
  const queryClient = useQueryClient();
  const { id, kind, state, hold, report } = operation;
  const about = (
    <>
      <ForWhom person={operation.person} />
      <About operation={operation} />
    </>
  );

  if (kind === 'release') return null;
  if (state === 'scheduled') return <ScheduledNotice operation={operation}>{about}</ScheduledNotice>;
  // Anything but a final word is not one: no page says "done" of a state that it does not know.
  if (state !== 'confirmed' && state !== 'refused')
    return (
      <Notice silent title={words(`news.open.${kind}`)}>
        {about}
        <p>{words('news.wait')}</p>
        <Progress words={words('news.checking')} />
      </Notice>
    );

  const gotIt = (
    <Button look="plain" onClick={() => void sayThatSeen(queryClient, id)}>
      {words('news.gotIt')}
    </Button>
  );
  if (state === 'refused') {
    const { title, body } = failureText(words, report?.failure ?? 'portal.outcome-lost', report?.facts ?? {});
    return (
      <Notice silent tone="warning" title={title} actions={gotIt}>
        {about}
        <p>{body}</p>
      </Notice>
    );
  }
  const isOver = kind === 'hold' && hold !== null && Date.parse(hold.keptUntil) <= now.getTime();
  return (
    <Notice
      silent
      tone={isOver ? 'warning' : 'success'}
      title={words(isOver ? 'news.holdOver' : `news.confirmed.${kind}`)}
      actions={
        <>
          {kind === 'hold' && hold && !isOver && (
            <LinkButton to={paths.hold.to({ holdId: hold.id, person: hold.person })}>
              {words('news.held.open')}
            </LinkButton>
          )}
          {gotIt}
        </>
      }
    >
      {about}
    </Notice>
  );
}

/** What it is about, in one line. */
function About({ operation: { booking, hold } }: { operation: Operation }) {
  const words = useWords();
  const times = useTimes();
  if (booking)
    return (
      <p>
        {[
          bookingTitle(words, booking),
          booking.starts && times.dayAndTime(booking.starts),
          booking.place?.name,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    );
  if (!hold) return null;
  return (
    <p>
      {[hold.doctor.name, times.dayAndTime(hold.slot.starts), hold.place.name].filter(Boolean).join(', ')}
    </p>
  );
}
