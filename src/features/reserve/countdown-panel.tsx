import type { Person } from '#contract/person.ts';
import { formatLeft } from '#src/i18n/format-time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSimpleView } from '#src/simple-view.ts';
import { VisuallyHidden } from '#src/ui/text.tsx';
import { spokenMark } from './countdown.ts';
import styles from './reserve.module.css';

/** How long the time is still kept: each second for the eyes (no hurrying in a simple view), and only now and then for the ears. */
export function Countdown({
  relation,
  seconds,
  startedWith,
}: {
  relation: Person['relation'];
  seconds: number;
  startedWith: number;
}) {
  const words = useWords();
  const simple = useSimpleView();
  const mark = spokenMark(seconds, startedWith);
  return (
    <div className={styles['timer']}>
      <span>{words('reserve.hold.left', { relation })}</span>
      <span role="timer" className={styles['left']}>
        {simple
          ? words('reserve.hold.minutes', { minutes: Math.floor(seconds / 60) })
          : formatLeft(seconds * 1000)}
      </span>
      <VisuallyHidden>
        <span role="status">{mark === null ? '' : words('reserve.hold.spoken', { seconds: mark })}</span>
      </VisuallyHidden>
    </div>
  );
}
