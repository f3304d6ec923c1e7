import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Row, Stack } from './stack.tsx';
import { useModal } from './use-modal.ts';
import styles from './question.module.css';

/** A question above the page. Its words take the keyboard, which is given back when it closes; Escape changes nothing. */
export function Question({
  words: { title, yes, no },
  children,
  onYes,
  onNo,
  onClose,
}: {
  words: { readonly title: string; readonly yes: string; readonly no: string };
  children: ReactNode;
  onYes: () => void;
  /** Where "no" is more than closing it. */
  onNo?: () => void;
  onClose: () => void;
}) {
  const name = useId();
  const dialog = useModal();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const answer = (act?: () => void) => {
    dialog.current?.close();
    act?.();
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={name} onClose={onClose}>
      <Stack>
        <h2 id={name} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
        <Row>
          <Button onClick={() => answer(onYes)}>{yes}</Button>
          <Button look="plain" onClick={() => answer(onNo)}>
            {no}
          </Button>
        </Row>
      </Stack>
    </dialog>
  );
}
