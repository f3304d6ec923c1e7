import { useState } from 'react';
import type { Person } from '#contract/person.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useUnseenSources } from './use-unseen-sources.ts';

/** Silence about other bookings must not read as "there are none": names what could not be looked at. The time may be kept all the same. */
export function UnseenNotice({ person }: { person: Person }) {
  const words = useWords();
  const language = useLanguage();
  const { unseen, isAsking, again } = useUnseenSources(person.ref);
  const [asked, setAsked] = useState<'not' | 'now' | 'in-vain'>('not');
  if (unseen.length === 0)
    return (
      asked !== 'not' && (
        // Whoever has asked in vain may be elsewhere by now, and is left there.
        <Notice key="done" tone="success" title={words('reserve.unseen.done')} takesFocus={asked === 'now'} />
      )
    );
  const names = unseen.map((source) => words(`my-bookings.source.${source}`));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  const ask = async () => {
    setAsked('now');
    if (!(await again())) setAsked('in-vain');
  };
  return (
    <Notice
      key="unseen"
      title={words('reserve.unseen.title', { relation: person.relation, list })}
      actions={
        <Button
          look="plain"
          aria-disabled={isAsking}
          onClick={() => {
            if (!isAsking) void ask();
          }}
        >
          {words(isAsking ? 'reserve.unseen.asking' : 'reserve.unseen.again')}
        </Button>
      }
    >
      <p>{words('reserve.unseen.body')}</p>
      {asked === 'in-vain' && !isAsking && <p>{words('reserve.unseen.stillNone')}</p>}
    </Notice>
  );
}
