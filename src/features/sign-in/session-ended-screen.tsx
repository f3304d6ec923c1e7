import { useWords } from '#src/i18n/use-words.tsx';
import { signInAddress } from '#src/paths.ts';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** The session has ended while somebody was at work: nothing of it stays on the screen. */
export function SessionEndedScreen({ returnTo }: { returnTo: string }) {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('sign-in.ended.title')}</PageTitle>
      <Lead>{words('sign-in.ended.body')}</Lead>
      <Row>
        <OutsideLinkButton href={signInAddress(returnTo)}>{words('sign-in.ended.action')}</OutsideLinkButton>
      </Row>
    </Stack>
  );
}
