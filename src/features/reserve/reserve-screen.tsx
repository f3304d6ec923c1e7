import type { ReactNode } from 'react';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { classNames } from '#src/ui/class-names.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { CheckStep } from './check-step.tsx';
import { chosenPerson, isSearch, openStep, readChoices, searchOf, type Step } from './choices.ts';
import { Chosen } from './chosen.tsx';
import { DoctorStep } from './doctor-step.tsx';
import { FindStep } from './find-step.tsx';
import { KeptTime } from './kept-time.tsx';
import { OnlyWhereOffered } from './only-where-offered.tsx';
import { PersonStep } from './person-step.tsx';
import styles from './reserve.module.css';
import { SpecialityStep } from './speciality-step.tsx';
import type { StepProps } from './step-props.ts';
import { TimeStep } from './time-step.tsx';

const titles = {
  person: 'reserve.person.title',
  clinic: 'reserve.clinic.title',
  speciality: 'reserve.speciality.title',
  doctor: 'reserve.doctor.title',
  slot: 'reserve.time.title',
} as const satisfies Record<Step, string>;

const stepScreens: Record<Exclude<Step, 'person'>, (props: StepProps) => ReactNode> = {
  clinic: FindStep,
  speciality: SpecialityStep,
  doctor: DoctorStep,
  slot: TimeStep,
};

/** Reserving a time, one question at a time. `search` is the address's own: every answer is kept in it. */
export function ReserveScreen({
  search,
  people,
  isRegistrar,
  today,
}: {
  search: string;
  people: readonly Person[];
  isRegistrar: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const made = readChoices(search);
  const person = chosenPerson(people, made);
  const step = openStep(made, person);

  if (people.length === 0) return <NobodyInHand />;
  if (!person || step === 'person')
    return (
      <Stack narrow>
        <PageTitle>{words(titles.person)}</PageTitle>
        <PersonStep people={people} made={made} today={today} />
      </Stack>
    );

  const known = { ...made, person: person.ref };
  if (step === null)
    return (
      <CheckStep
        key={made.slot}
        made={known}
        person={person}
        today={today}
        people={people}
        isRegistrar={isRegistrar}
      />
    );

  const StepScreen = stepScreens[step];
  return (
    <Stack>
      {step === 'clinic' && isSearch(made) ? (
        <PageTitle key={searchOf(made)}>{words('reserve.found.title')}</PageTitle>
      ) : (
        <PageTitle key={step}>{words(titles[step])}</PageTitle>
      )}
      <KeptTime person={person.ref} />
      <div
        className={classNames(styles['columns'], step === 'slot' && made.view === 'week' && styles['wide'])}
      >
        <Chosen made={known} person={person} canChangePerson={people.length > 1} today={today} />
        <Stack>
          <OnlyWhereOffered made={known} person={person} today={today}>
            <StepScreen made={known} person={person} today={today} />
          </OnlyWhereOffered>
        </Stack>
      </div>
    </Stack>
  );
}

function NobodyInHand() {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.noPerson.title')}</PageTitle>
      <Lead>{words('reserve.noPerson.body')}</Lead>
      <Row>
        <LinkButton to={paths.desk.to()}>{words('reserve.noPerson.action')}</LinkButton>
      </Row>
    </Stack>
  );
}
