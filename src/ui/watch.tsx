import { useId, type ReactNode } from 'react';
import { Card } from './card.tsx';
import { Choice } from './field.tsx';
import { Row, Stack } from './stack.tsx';
import styles from './watch.module.css';

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
            <h2 id={id} className={styles['title']}>
              {title}
            </h2>
            <p>{body}</p>
          </Stack>
          <Stack gap="tight">
            <Choice label={label}>
              <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
            </Choice>
            <div className={found ? styles['found'] : undefined}>
              <p role="status" className={styles['state']}>
                {found?.title ?? state}
              </p>
              {found?.more}
              {found && <Row>{found.action}</Row>}
            </div>
          </Stack>
        </Stack>
      </section>
    </Card>
  );
}
