import { useWords } from '#src/i18n/use-words.tsx';
import { Soft } from '#src/ui/text.tsx';
import { rememberCanUndo } from './undo-setting.ts';
import styles from './undo-choice.module.css';

/** Whether to be given time to think better of it: remembered on this device, and nothing personal. */
export function UndoChoice({
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
          rememberCanUndo(target.checked);
          onChange(target.checked);
        }}
      />
      <span>
        {words('cancel.undo.choice')}
        <Soft>{words('cancel.undo.choice.hint')}</Soft>
      </span>
    </label>
  );
}
