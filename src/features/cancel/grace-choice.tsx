import { useWords } from '#src/i18n/use-words.tsx';
import { Soft } from '#src/ui/text.tsx';
import { graceMs } from './grace-flow.ts';
import { rememberGrace } from './grace-setting.ts';
import styles from './grace-choice.module.css';

/** Whether to be given time to think better of it: remembered on this device, and nothing personal. */
export function GraceChoice({
  isWanted,
  onChange,
}: {
  isWanted: boolean;
  onChange: (isWanted: boolean) => void;
}) {
  const words = useWords();
  return (
    <label className={styles['choice']}>
      <input
        type="checkbox"
        checked={isWanted}
        onChange={({ target }) => {
          rememberGrace(target.checked);
          onChange(target.checked);
        }}
      />
      <span>
        {words('cancel.grace.choice', { seconds: graceMs / 1000 })}
        <Soft>{words('cancel.grace.choice.hint')}</Soft>
      </span>
    </label>
  );
}
