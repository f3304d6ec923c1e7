import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** An address that is none of ours. */
export function NotFound() {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('common.notFound.title')}</PageTitle>
      <Lead>{words('common.notFound.body')}</Lead>
      <Row>
        <LinkButton to={paths.bookings.to()}>{words('common.toBookings')}</LinkButton>
      </Row>
    </Stack>
  );
}
