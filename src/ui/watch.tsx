import { useId, type ReactNode } from 'react';
import { Card } from './card.tsx';
import { Choice } from './field.tsx';
import { Notice } from './notice.tsx';
import { Stack } from './stack.tsx';
import { Soft } from './text.tsx';

/**
 * Something that is looked for while the page is open: off until somebody switches it on. What is found is said once, politely,
 * and moves nobody.
 */
export function Watch({
  title,
  body,
  label,
  isOn,
  onSwitch,
  state,
  found,
}: {
  title: string;
  body: string;
  /** What the switch does. */
  label: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  /** How the looking goes, while nothing is found. */
  state: string | null;
  found: { readonly title: string; readonly more?: ReactNode; readonly action: ReactNode } | null;
}) {
  const id = useId();
  return (
    <Card>
      <section aria-labelledby={id}>
        <Stack>
          <Stack gap="tight">
            <h2 id={id}>{title}</h2>
            <p>{body}</p>
          </Stack>
          <Choice label={label}>
            <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
          </Choice>
          <div role="status">
            {found ? (
              <Notice tone="success" silent title={found.title} actions={found.action}>
                {found.more}
              </Notice>
            ) : (
              state && <Soft>{state}</Soft>
            )}
          </div>
        </Stack>
      </section>
    </Card>
  );
}
