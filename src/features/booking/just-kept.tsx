import type { BookingKind } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** Right after a cancel was thought better of. It stands after the page's title, from which it takes the focus. */
export function JustKept({ kind }: { kind: BookingKind }) {
  const words = useWords();
  return (
    <Notice tone="success" title={words(`cancel.undo.kept.${kind}`)} takesFocus>
      <p>{words('cancel.undo.kept.sent')}</p>
    </Notice>
  );
}
