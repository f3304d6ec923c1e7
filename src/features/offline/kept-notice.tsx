import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#src/i18n/use-words.tsx';
import { dropCopy } from '#src/queries/device-copy/copy-queries.ts';
import type { DeviceCopy } from '#src/queries/device-copy/copy-store.ts';
import { useDeviceNow } from '#src/queries/use-now.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useAsOf } from './use-as-of.ts';

/** The next visits are kept: as of when, until when, and how to end it. */
export function KeptNotice({
  copy,
  takesFocus,
  onDrop,
}: {
  copy: DeviceCopy;
  takesFocus: boolean;
  onDrop: () => void;
}) {
  const words = useWords();
  const queryClient = useQueryClient();
  const asOfWords = useAsOf(useDeviceNow());
  const drop = async () => {
    await dropCopy(queryClient);
    onDrop();
  };
  return (
    <Notice
      tone="success"
      title={words('offline.kept.title')}
      takesFocus={takesFocus}
      silent
      actions={
        <Button look="plain" onClick={() => void drop()}>
          {words('offline.drop')}
        </Button>
      }
    >
      <p>{copy.asOf ? asOfWords(copy.asOf) : words('offline.kept.soon')}</p>
      <p>{words('offline.kept.until')}</p>
    </Notice>
  );
}
