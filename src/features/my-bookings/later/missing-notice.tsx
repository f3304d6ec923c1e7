import type { ReactNode } from 'react';
import type { Person } from '#contract/person.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { Bookings } from '../use-bookings.ts';

/**
 * Names everything that we could not see, so that nobody books twice: what did not answer, what could not be read, and whom the
 * clinics do not know.
 */
export function MissingNotice({ of, people }: { of: Bookings; people: readonly Person[] }) {
  const words = useWords();
  const language = useLanguage();
  const listOf = (names: readonly string[]) => new Intl.ListFormat(language).format(names);
  const unseen = (what: 'silent' | 'unreadable', sources: Bookings['missing']): ReactNode =>
    sources.length > 0 && (
      <Notice
        tone="warning"
        title={words(`missing.${what}.title`, {
          list: listOf(sources.map((source) => words(`my-bookings.source.${source}`))),
        })}
        actions={
          <Button look="plain" onClick={of.askAgain}>
            {words('common.tryAgain')}
          </Button>
        }
      >
        <p>{words(`missing.${what}.body`)}</p>
      </Notice>
    );
  const unknown = people.filter(({ ref }) => of.withoutCard.includes(ref));
  return (
    <>
      {unseen('silent', of.missing)}
      {unseen('unreadable', of.unreadable)}
      {unknown.length > 0 && (
        <Notice tone="warning" title={words('failures.portal.no-card.title')}>
          {people.length > 1 && (
            <p>
              {words('missing.noCard.who', { list: listOf(unknown.map((one) => personName(words, one))) })}
            </p>
          )}
          <p>{words('failures.portal.no-card.body')}</p>
        </Notice>
      )}
    </>
  );
}
