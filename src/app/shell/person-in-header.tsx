import { lazy, Suspense, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Person } from '#contract/person.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import type { SignedIn } from '#contract/session.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { needAllWords } from '#src/i18n/words-store.ts';
import { PersonMark } from '#src/ui/person-mark.tsx';
import { VisuallyHidden } from '#src/ui/text.tsx';
import { useToday } from '../today.ts';
import { actingFor, markOf, type ActingFor } from './acting-for.ts';
import { DeskLink } from './desk-link.tsx';
import styles from './person-in-header.module.css';

/** Comes when somebody wants to act for somebody else. */
const SwitchPerson = lazy(async () => {
  const [code] = await Promise.all([import('../later/switch-person.tsx'), needAllWords()]);
  return { default: code.SwitchPerson };
});

/** For whom everything on the page is, always in sight, for those who act for others; pressed, it leads to the others. */
export function PersonInHeader({ session }: { session: SignedIn }) {
  const words = useWords();
  const today = useToday();
  const [path] = useLocation();
  const search = useSearch();
  const [choosing, setChoosing] = useState(false);
  const acting = actingFor(session, { path, search });
  if (!acting) return null;
  const isRegistrar = session.role === 'registrar';
  const named = (person: Person) =>
    words('common.person', { name: personName(words, person), age: ageOn(person.birthDate, today) });
  const shown = (
    <>
      {acting.kind === 'one' && (
        <PersonMark kind={markOf(session.people, acting.person)} name={personName(words, acting.person)} />
      )}
      <span className={styles['words']}>
        <span className={styles['label']}>{words('common.actingFor')}</span>
        <VisuallyHidden>: </VisuallyHidden>
        <span>{acting.kind === 'one' ? named(acting.person) : words(unnamed(acting, isRegistrar))}</span>
      </span>
    </>
  );
  if (isRegistrar)
    return (
      <DeskLink patient={session.people[0]} className={styles['person']}>
        {shown}
      </DeskLink>
    );
  return (
    <>
      <button
        type="button"
        className={styles['person']}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        {shown}
        <span className={styles['more']} aria-hidden="true" />
      </button>
      {choosing && (
        <Suspense>
          <SwitchPerson session={session} acting={acting} named={named} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
}

const unnamed = ({ kind }: Exclude<ActingFor, { kind: 'one' }>, isRegistrar: boolean) => {
  if (kind === 'everybody') return 'common.actingFor.everybody';
  return isRegistrar ? 'common.actingFor.noPatient' : 'common.actingFor.nobody';
};
