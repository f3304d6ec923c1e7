import { useWords } from '#src/i18n/use-words.tsx';
import { Choice } from '#src/ui/field.tsx';
import { graceMs } from './grace-flow.ts';
import { rememberGrace } from './grace-setting.ts';

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
    <Choice
      label={words('cancel.grace.choice', { seconds: graceMs / 1000 })}
      hint={words('cancel.grace.choice.hint')}
    >
      <input
        type="checkbox"
        checked={isWanted}
        onChange={({ target }) => {
          rememberGrace(target.checked);
          onChange(target.checked);
        }}
      />
    </Choice>
  );
}
