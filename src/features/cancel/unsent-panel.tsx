import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { forgetUnsent, useUnsent, type Unsent } from './unsent.ts';
import styles from './unsent-panel.module.css';

/**
 * For whoever left before a cancel was sent: says on the next page that nothing was. Gone with the page after it, and where a
 * registrar has another patient in hand by then.
 */
export function UnsentPanel() {
  const left = useUnsent();
  const { people } = useSignedIn();
  const unsent = left && people.some(({ ref }) => ref === left.person) ? left : null;
  const [path] = useLocation();
  const shownAt = useRef<string | null>(null);
  useEffect(() => {
    if (!unsent) shownAt.current = null;
    else if (shownAt.current === null) shownAt.current = path;
    else if (shownAt.current !== path) forgetUnsent();
  }, [unsent, path]);
  useEffect(() => forgetUnsent, []);
  return (
    <div role="status" className={styles['panel']}>
      {unsent && <NothingSent unsent={unsent} />}
    </div>
  );
}

function NothingSent({ unsent: { kind, to } }: { unsent: Unsent }) {
  const words = useWords();
  return (
    <Notice
      silent
      tone="warning"
      title={words(`cancel.grace.left.${kind}`)}
      actions={
        <>
          <LinkButton to={to} look="plain">
            {words('cancel.grace.left.back')}
          </LinkButton>
          <Button look="quiet" onClick={forgetUnsent}>
            {words('cancel.grace.left.close')}
          </Button>
        </>
      }
    >
      <p>{words('cancel.grace.left.body')}</p>
    </Notice>
  );
}
