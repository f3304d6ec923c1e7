import type { Booking, MoveVerdict } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { telephone } from '#src/ui/telephone.ts';
import { paths } from '#src/paths.ts';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** What cannot be moved offers no times: the page says why. */
export function MoveImpossible({
  booking,
  reason,
}: {
  booking: Booking;
  reason: Extract<MoveVerdict, { allowed: false }>['reason'];
}) {
  const words = useWords();
  const phone = booking.place?.phone;
  return (
    <Stack narrow>
      <PageTitle>{words('move.not.title')}</PageTitle>
      <Lead>{words(`move.not.${reason}`)}</Lead>
      <Row>
        <LinkButton to={paths.booking.to(booking)}>{words('move.open')}</LinkButton>
        {phone && (
          <OutsideLinkButton href={telephone(phone)} look="plain">
            {words('common.call', { phone })}
          </OutsideLinkButton>
        )}
      </Row>
    </Stack>
  );
}
