import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FocusEvent } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import { staySignedIn } from '#src/queries/session-end.ts';
import { useSessionEnd } from '#src/queries/use-session-end.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import styles from './session-warning.module.css';

/**
 * Says in time that the session is about to end. It covers nothing that is being filled in and takes the keyboard from nobody;
 * the empty box stays, so that screen readers hear it fill.
 */
export function SessionWarning({ returnTo }: { returnTo: string }) {
  const words = useWords();
  const end = useSessionEnd();
  return (
    <div role="status" className={styles['place']}>
      {end && (
        <Notice
          silent
          tone="warning"
          title={words('sign-in.warning.title')}
          actions={end.canStay ? <Stay /> : <SignInAgain returnTo={returnTo} />}
        >
          <p>{words(end.canStay ? 'sign-in.warning.body' : 'sign-in.warning.last')}</p>
        </Notice>
      )}
    </div>
  );
}

/** One press, and the person goes on where they were: the button goes away under their hands. */
function Stay() {
  const words = useWords();
  const cameFrom = useRef<HTMLElement | null>(null);
  const queryClient = useQueryClient();
  const [staying, setStaying] = useState<'no' | 'asked' | 'failed'>('no');
  const noteWhereFrom = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement) cameFrom.current = relatedTarget;
  };
  const stay = () => {
    if (staying === 'asked') return;
    setStaying('asked');
    staySignedIn(queryClient).then(
      () => cameFrom.current?.focus(),
      () => setStaying('failed'),
    );
  };
  return (
    <>
      <Button aria-disabled={staying === 'asked'} onFocus={noteWhereFrom} onClick={stay}>
        {words(staying === 'asked' ? 'sign-in.warning.staying' : 'sign-in.warning.stay')}
      </Button>
      {staying === 'failed' && <p role="alert">{words('sign-in.warning.failed')}</p>}
    </>
  );
}
