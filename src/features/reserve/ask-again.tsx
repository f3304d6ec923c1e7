import { useEffect, useEffectEvent } from 'react';
import type { HoldInput } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendHold } from '#src/queries/hold-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { changedNothing } from './refusal.ts';
import styles from './reserve.module.css';

export type Refused = Extract<WriteState, { step: 'refused' }>;

/**
 * The time is over and more of it was wished for: asks for it once more as soon as that is due, and says how it stands. What
 * could not be sent is not sent later behind anybody's back: it is said, and sent when there is a connection or at a press.
 */
export function AskAgain({
  input,
  isRegistrar,
  isDue,
  onKept,
  onRefused,
}: {
  input: HoldInput;
  isRegistrar: boolean;
  /** The clinic has surely let the time go, and it is not long ago. */
  isDue: boolean;
  onKept: (hold: Hold | null) => void;
  onRefused: (refused: Refused) => void;
}) {
  const words = useWords();
  const write = useWrite(sendHold);
  const { state } = write;
  const notSent = state.step === 'refused' && changedNothing(state.report) ? state : null;

  const ask = useEffectEvent(() => write.submit(input));
  useEffect(() => {
    if (isDue) ask();
  }, [isDue]);

  const isOffline = notSent?.report.failure === 'portal.offline';
  const askOnceOnline = useEffectEvent(() => {
    if (isDue) ask();
  });
  useEffect(() => {
    if (!isOffline) return undefined;
    addEventListener('online', askOnceOnline);
    return () => removeEventListener('online', askOnceOnline);
  }, [isOffline]);

  const end = useEffectEvent(() => {
    if (state.step === 'confirmed') onKept(state.operation.hold);
    if (state.step === 'refused' && !notSent) onRefused(state);
  });
  useEffect(() => end(), [state.step]);

  if (notSent) {
    const { title, body } = reportText(words, notSent.report, isRegistrar);
    return (
      <Notice
        tone="warning"
        title={title}
        actions={<Button onClick={() => write.submit(input)}>{words('reserve.more.askNow')}</Button>}
      >
        {(isOffline || body) && <p>{isOffline ? words('reserve.more.whenOnline') : body}</p>}
      </Notice>
    );
  }
  if (state.step === 'unknown') {
    const lost = state.operationId === null;
    return (
      <Notice
        tone="warning"
        title={words('reserve.unknown.hold.title')}
        actions={lost && <Button onClick={write.again}>{words('reserve.unknown.check')}</Button>}
      >
        <p>{words(lost ? 'reserve.unknown.lost.body' : 'reserve.unknown.body')}</p>
      </Notice>
    );
  }
  return (
    <div className={styles['timer']}>
      <Progress words={words('reserve.more.asking')} />
    </div>
  );
}
