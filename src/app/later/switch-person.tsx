import { useEffect, useId, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { SignedIn } from '#contract/session.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { PersonMark } from '#src/ui/person-mark.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { useModal } from '#src/ui/use-modal.ts';
import { actingFor, addressFor, markOf, underWay, type ActingFor } from '../shell/acting-for.ts';
import styles from './switch-person.module.css';

/** Asks for whom to act. What was begun for one person is never carried over to another, nor left without a question. */
export function SwitchPerson({
  session,
  acting,
  named,
  onClose,
}: {
  session: SignedIn;
  acting: ActingFor;
  named: (person: Person) => string;
  onClose: () => void;
}) {
  const words = useWords();
  const title = useId();
  const dialog = useModal();
  const question = useRef<HTMLHeadingElement>(null);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [wanted, setWanted] = useState<Person | null>(null);
  const begun = underWay({ path, search });
  const current = acting.kind === 'one' ? acting.person : null;

  useEffect(() => {
    question.current?.focus();
  }, [wanted]);

  const go = (person: Person | null) => {
    dialog.current?.close();
    navigate(addressFor(person?.ref ?? null, { path, search }), { replace: path === paths.bookings.path });
  };
  const choose = (person: Person) => {
    if (person.ref === current?.ref) dialog.current?.close();
    else if (begun) setWanted(person);
    else go(person);
  };

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={title} onClose={onClose}>
      <Stack>
        <h2 id={title} ref={question} tabIndex={-1}>
          {wanted && current
            ? words('switch-person.ask', { name: personName(words, wanted) })
            : words('switch-person.title')}
        </h2>
        {wanted && begun ? (
          <>
            <p>{words(`switch-person.begun.${begun}`, { name: current ? named(current) : '' })}</p>
            <Row>
              <Button onClick={() => go(wanted)}>
                {words('switch-person.yes', { name: named(wanted) })}
              </Button>
              <Button look="plain" onClick={() => dialog.current?.close()}>
                {words('switch-person.no')}
              </Button>
            </Row>
          </>
        ) : (
          <>
            <ul role="list" className={styles['people']}>
              {session.people.map((person) => (
                <li key={person.ref}>
                  <button
                    type="button"
                    className={styles['choice']}
                    aria-current={person.ref === current?.ref}
                    onClick={() => choose(person)}
                  >
                    <PersonMark kind={markOf(session.people, person)} name={person.name} />
                    <span>{named(person)}</span>
                  </button>
                </li>
              ))}
              {actingFor(session, { path, search: '' })?.kind === 'everybody' && (
                <li>
                  <button
                    type="button"
                    className={styles['choice']}
                    aria-current={current === null}
                    onClick={() => go(null)}
                  >
                    {words('common.actingFor.everybody')}
                  </button>
                </li>
              )}
            </ul>
            <Row>
              <Button look="plain" onClick={() => dialog.current?.close()}>
                {words('switch-person.close')}
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </dialog>
  );
}
