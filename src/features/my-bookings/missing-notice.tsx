import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { Bookings } from './use-bookings.ts';

/** Names everything that we could not see, so that nobody books twice: what did not answer, and what could not be read. */
export function MissingNotice({ of }: { of: Bookings }) {
  const words = useWords();
  const language = useLanguage();
  const say = (what: 'missing' | 'unreadable') => {
    const names = of[what].map((source) => words(`my-bookings.source.${source}`));
    const list = new Intl.ListFormat(language).format(names);
    return (
      list && (
        <Notice
          tone="warning"
          title={words(`my-bookings.${what}.title`, { list })}
          actions={
            <Button look="plain" onClick={of.askAgain}>
              {words('common.tryAgain')}
            </Button>
          }
        >
          <p>{words(`my-bookings.${what}.body`)}</p>
        </Notice>
      )
    );
  };
  return (
    <>
      {say('missing')}
      {say('unreadable')}
    </>
  );
}
