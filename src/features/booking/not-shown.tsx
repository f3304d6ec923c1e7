import { failureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** There is no such booking, or it is not theirs (the same words for both), or it could not be read. */
export function NotShown({
  error,
  person,
  isAsking,
  again,
}: {
  error: unknown;
  person: string;
  isAsking: boolean;
  again: () => void;
}) {
  const words = useWords();
  const { failure, facts } = problemOf(error);
  const isGone = failure === 'portal.not-found';
  const { title, body } = failureText(words, failure, facts);
  return (
    <Stack narrow>
      <PageTitle key={failure}>{title}</PageTitle>
      <Lead>{body}</Lead>
      <Row>
        {!isGone && (
          <Button disabled={isAsking} onClick={again}>
            {words('common.tryAgain')}
          </Button>
        )}
        <LinkButton to={paths.bookings.to({ person })} look={isGone ? 'main' : 'plain'}>
          {words('common.toBookings')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
