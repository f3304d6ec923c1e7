import type { Source } from '#contract/booking.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** One notice that names everything we could not see, so that nobody books twice. */
export function MissingNotice({ missing, again }: { missing: readonly Source[]; again: () => void }) {
  const words = useWords();
  const language = useLanguage();
  if (missing.length === 0) return null;
  const names = missing.map((source) => words(`my-bookings.source.${source}`));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <Notice
      tone="warning"
      title={words('my-bookings.missing.title', { list })}
      actions={
        <Button look="plain" onClick={again}>
          {words('common.tryAgain')}
        </Button>
      }
    >
      <p>{words('my-bookings.missing.body')}</p>
    </Notice>
  );
}
