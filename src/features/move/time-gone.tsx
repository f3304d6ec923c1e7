import type { Booking } from '#contract/booking.ts';
import type { CalendarDay } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** The chosen time is offered no more, and nothing was begun: choose again. */
export function TimeGone({ booking, day }: { booking: Booking; day?: CalendarDay }) {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('move.gone.title')}</PageTitle>
      <Lead>{words('move.gone.body')}</Lead>
      <Row>
        <LinkButton to={paths.move.to({ ...booking, day })}>{words('move.chooseAgain')}</LinkButton>
        <LinkButton to={paths.booking.to(booking)} look="plain">
          {words('move.keep')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
