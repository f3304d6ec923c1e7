import type { ReactNode } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { CalendarDay, PlaceTime } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { WasAndWill } from './was-and-will.tsx';

/** What a page that asks shows first where the last press changed nothing. */
export function NotSent({
  report,
  isRegistrar,
}: {
  report: FailureReport | null;
  isRegistrar: boolean;
}): ReactNode {
  const words = useWords();
  if (!report) return null;
  const { title, body } = reportText(words, report, isRegistrar);
  return (
    <Notice tone="danger" title={title} takesFocus>
      {body && <p>{body}</p>}
    </Notice>
  );
}

/** The one page that asks: the old time and the new one side by side, and what will happen in which order. */
export function AskMove({
  booking,
  time,
  day,
  isKept = false,
  isRegistrar,
  notSent,
  onMove,
}: {
  booking: Booking;
  time: PlaceTime;
  day?: CalendarDay;
  /** The new time is kept already, from before this page was opened. */
  isKept?: boolean;
  isRegistrar: boolean;
  notSent: FailureReport | null;
  onMove: () => void;
}) {
  const words = useWords();
  const of = booking.kind === 'visit' ? 'visit' : 'clinic-visit';
  return (
    <Stack>
      <PageTitle>{words(isKept ? 'move.kept.title' : `move.ask.title.${of}`)}</PageTitle>
      <NotSent report={notSent} isRegistrar={isRegistrar} />
      <Lead>{words(isKept ? 'move.kept.body' : `move.ask.body.${of}`)}</Lead>
      <WasAndWill booking={booking} time={time} />
      <Row>
        <Button onClick={onMove}>{words(`move.yes.${of}`)}</Button>
        <LinkButton to={paths.move.to({ ...booking, day })} look="plain">
          {words('move.other')}
        </LinkButton>
        <LinkButton to={paths.booking.to(booking)} look="quiet">
          {words('move.keep')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
