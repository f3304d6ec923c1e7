import { useState } from 'react';
import { Button } from './button.tsx';

/** Copies a text, and says whether that worked. */
export function CopyButton({
  text,
  words,
}: {
  text: string;
  words: { readonly copy: string; readonly copied: string; readonly failed: string };
}) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.failed),
    );
  return (
    <>
      <Button look="quiet" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
