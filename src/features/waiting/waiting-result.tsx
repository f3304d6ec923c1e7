import type { ReactNode } from 'react';
import type { Person } from '#contract/person.ts';
import type { WaitInput } from '#contract/waiting.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PhoneLink } from '#src/ui/phone-link.tsx';
import { Result } from '#src/ui/result.tsx';
import { WantedFacts } from './wanted-facts.tsx';
import type { Wanted } from './wanted.ts';

type State<Step> = Extract<WriteState, { step: Step }>;

const useToList = (person: Person): ReactNode => {
  const words = useWords();
  return (
    <LinkButton to={paths.bookings.to({ person: person.ref })} look="plain">
      {words(person.relation === 'patient' ? 'waiting.toList.registrar' : 'waiting.toList')}
    </LinkButton>
  );
};

/** On the list: what that means, and what it does not. */
export function WaitingDone({
  wanted,
  person,
  sent,
}: {
  wanted: Wanted;
  person: Person;
  sent: WaitInput | null;
}) {
  const words = useWords();
  const times = useTimes();
  return (
    <Result
      tone="success"
      state={words('waiting.done.tag')}
      title={words('waiting.done.title')}
      why={words('waiting.done.body')}
      phone={wanted.clinic.phone && <PhoneLink phone={wanted.clinic.phone} />}
      actions={useToList(person)}
    >
      <WantedFacts
        wanted={wanted}
        person={person}
        more={
          sent
            ? [
                {
                  term: words('waiting.done.days'),
                  value: words('waiting.done.daysValue', {
                    from: times.date(sent.from),
                    to: times.date(sent.to),
                  }),
                },
                { term: words('waiting.part.label'), value: words(`waiting.part.${sent.part}`) },
                { term: words('waiting.phone.label'), value: sent.phone },
              ]
            : []
        }
      />
    </Result>
  );
}

/** Sent, and nobody can ever tell what became of it: the clinic alone knows. */
export function WaitingUnknown({
  unknown,
  wanted,
  person,
  onCheck,
}: {
  unknown: State<'unknown'>;
  wanted: Wanted;
  person: Person;
  onCheck: () => void;
}) {
  const words = useWords();
  const support = useSupport(unknown);
  const lost = unknown.operationId === null;
  const toList = useToList(person);
  return (
    <Result
      tone="warning"
      state={words('waiting.unknown.tag')}
      title={words('waiting.unknown.title')}
      why={words(lost ? 'waiting.unknown.lost' : 'waiting.unknown.body')}
      support={support}
      phone={wanted.clinic.phone && <PhoneLink phone={wanted.clinic.phone} />}
      actions={
        <>
          {lost && <Button onClick={onCheck}>{words('waiting.unknown.check')}</Button>}
          {toList}
        </>
      }
    >
      <WantedFacts wanted={wanted} person={person} />
    </Result>
  );
}

/** Not on the list, and why; where nobody learned it, that is said instead. */
export function WaitingRefused({
  refused,
  wanted,
  person,
  isRegistrar,
  onAgain,
}: {
  refused: State<'refused'>;
  wanted: Wanted;
  person: Person;
  isRegistrar: boolean;
  onAgain: () => void;
}) {
  const words = useWords();
  const support = useSupport(refused);
  const neverLearned = refused.report.failure === 'portal.outcome-lost';
  const { title, body } = reportText(words, refused.report, isRegistrar);
  const toList = useToList(person);
  return (
    <Result
      tone={neverLearned ? 'warning' : 'danger'}
      state={words(neverLearned ? 'waiting.unknown.tag' : 'waiting.refused.tag')}
      title={neverLearned ? words('waiting.unknown.title') : title}
      why={neverLearned ? words('waiting.unknown.body') : body}
      support={support}
      phone={wanted.clinic.phone && <PhoneLink phone={wanted.clinic.phone} />}
      actions={
        <>
          <Button onClick={onAgain}>{words('waiting.again')}</Button>
          {toList}
        </>
      }
    >
      <WantedFacts wanted={wanted} person={person} />
    </Result>
  );
}
