import { useState } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import { signInAgain } from '#src/queries/draft-queries.ts';
import { Button } from '#src/ui/button.tsx';

/** Leaves for the identity provider with what is typed at `returnTo`. A button and no link: no address could carry that. */
export function SignInAgain({ returnTo }: { returnTo: string }) {
  const words = useWords();
  const [leaving, setLeaving] = useState<'no' | 'asked' | 'failed'>('no');
  const leave = () => {
    setLeaving('asked');
    // Ready once more when the person comes back by the browser's own button.
    signInAgain(returnTo).then(
      () => setLeaving('no'),
      () => setLeaving('failed'),
    );
  };
  return (
    <>
      <Button disabled={leaving === 'asked'} onClick={leave}>
        {words('sign-in.ended.action')}
      </Button>
      {leaving === 'failed' && (
        <p role="alert">
          {words('sign-in.failed.title')}. {words('sign-in.failed.body')}
        </p>
      )}
    </>
  );
}
