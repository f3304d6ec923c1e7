import { useWords } from '#src/i18n/use-words.tsx';
import { draftAt } from '#src/queries/draft.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** The session has ended while somebody was at work: nothing of it stays on the screen, and nothing of it is lost. */
export function SessionEndedScreen({ returnTo }: { returnTo: string }) {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('sign-in.ended.title')}</PageTitle>
      <Lead>{words('sign-in.ended.body')}</Lead>
      {draftAt(returnTo) && <p>{words('sign-in.ended.kept')}</p>}
      <Row>
        <SignInAgain returnTo={returnTo} />
      </Row>
    </Stack>
  );
}
