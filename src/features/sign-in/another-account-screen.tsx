import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths, signInAddress } from '#src/paths.ts';
import { forgetDraft } from '#src/queries/draft.ts';
import { Button } from '#src/ui/button.tsx';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** Somebody else has signed in in another tab: nothing of either person is shown, and everything begins anew for the one who is signed in now. */
export function AnotherAccountScreen() {
  const words = useWords();
  const queryClient = useQueryClient();
  const home = paths.bookings.to();
  useEffect(() => {
    forgetDraft();
    // What the person before saw does not stay in memory either.
    queryClient.removeQueries({ type: 'inactive' });
  }, [queryClient]);
  return (
    <Stack narrow>
      <PageTitle>{words('another-account.title')}</PageTitle>
      <Lead>{words('another-account.body')}</Lead>
      <p>{words('another-account.before')}</p>
      <Row>
        <Button onClick={() => location.replace(home)}>{words('another-account.goOn')}</Button>
        <OutsideLinkButton look="quiet" href={signInAddress(home)}>
          {words('another-account.signIn')}
        </OutsideLinkButton>
      </Row>
    </Stack>
  );
}
