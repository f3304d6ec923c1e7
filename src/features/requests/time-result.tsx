import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { signInAddress } from '#src/paths.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';

type Answered = Extract<WriteState, { step: 'refused' | 'unknown' }>;

/** What came of taking an offered time when it is not a visit yet, on the request's own page. */
export function TimeResult({ state, onCheck }: { state: Answered; onCheck: () => void }) {
  const words = useWords();
  if (state.step === 'unknown') {
    const lost = state.operationId === null;
    return (
      <Notice
        key="unknown"
        tone="warning"
        title={words('requests.unknown.book.title')}
        takesFocus
        actions={lost && <Button onClick={onCheck}>{words('requests.unknown.check')}</Button>}
      >
        <p>{words(lost ? 'requests.unknown.lost' : 'requests.unknown.body')}</p>
      </Notice>
    );
  }
  return <Refused state={state} />;
}

function Refused({ state }: { state: Extract<WriteState, { step: 'refused' }> }) {
  const words = useWords();
  const isRegistrar = useSignedIn().role === 'registrar';
  const { title, body, next, step } = reportText(words, state.report, isRegistrar);
  const support = useSupport(state);
  return (
    <Notice
      key={state.key}
      tone="danger"
      title={title}
      takesFocus
      actions={
        step === 'sign-in' && (
          <OutsideLinkButton href={signInAddress(location.pathname + location.search)}>
            {next}
          </OutsideLinkButton>
        )
      }
    >
      {body && <p>{body}</p>}
      <Details summary={support.summary}>
        <Facts facts={support.facts} />
      </Details>
    </Notice>
  );
}
