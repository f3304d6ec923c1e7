import { Redirect } from 'wouter';
import type { Person } from '#contract/person.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendHold } from '#src/queries/hold-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { paths } from '#src/paths.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { CheckSlot } from './check-slot.tsx';
import { Chosen } from './chosen.tsx';
import { shownDays } from './day-window.ts';
import { NearestTimes } from './nearest-times.tsx';
import { HeldMissing } from './held-missing.tsx';
import { Loaded } from './loaded.tsx';
import { changedNothing } from './refusal.ts';
import { ReserveRefused } from './reserve-refused.tsx';
import { ReserveUnknown } from './reserve-unknown.tsx';
import styles from './reserve.module.css';
import { addressWith, type StepProps } from './step-props.ts';
import { TimeStep } from './time-step.tsx';
import { useMarkedSlots } from './use-marked-slots.ts';
import { useChosen } from './use-chosen.ts';

/** Everything is chosen: repeats it, says for which age it counts, and keeps the time when asked to. */
export function CheckStep({
  made,
  person,
  today,
  people,
  isRegistrar,
}: StepProps & { people: readonly Person[]; isRegistrar: boolean }) {
  const words = useWords();
  const write = useWrite(sendHold);
  const { clinic } = useChosen(person.ref, made);
  const from = made.day && made.day > today ? made.day : today;
  const { query, mark } = useMarkedSlots(person, made, from, shownDays.list);

  const { state } = write;
  if (state.step === 'sending')
    return (
      <Waiting
        title={words('reserve.hold.sending')}
        wait={words('common.wait')}
        slow={words('reserve.slow')}
      />
    );
  if (state.step === 'unknown')
    return (
      <ReserveUnknown
        what="hold"
        unknown={state}
        person={person.ref}
        isRegistrar={isRegistrar}
        onCheck={write.again}
      />
    );
  if (state.step === 'confirmed') {
    const { hold } = state.operation;
    if (!hold) return <HeldMissing isRegistrar={isRegistrar} made={made} />;
    return <Redirect replace to={paths.hold.to({ ...made, holdId: hold.id, person: person.ref })} />;
  }

  const refusal = state.step === 'refused' ? state : null;
  const text = refusal && reportText(words, refusal.report, isRegistrar);
  const again = text?.step === 'pick-another-time';
  if (refusal && !again && !changedNothing(refusal.report))
    return (
      <ReserveRefused
        refused={refusal}
        made={made}
        phone={clinic?.phone ?? null}
        isRegistrar={isRegistrar}
        here={addressWith(made, 'slot', made.slot)}
        onTryAgain={write.reopen}
      />
    );

  const wanted = query.data?.slots.find(({ id }) => id === made.slot);
  const notice = text && (
    <Notice tone={again ? 'warning' : 'danger'} title={text.title} takesFocus>
      {text.body && <p>{text.body}</p>}
      {again && wanted && <NearestTimes made={made} person={person} lost={{ ...wanted, again: false }} />}
    </Notice>
  );
  const canChangePerson = people.length > 1;
  const chosen = <Chosen made={made} person={person} canChangePerson={canChangePerson} today={today} />;
  if (again)
    return (
      <Stack>
        <PageTitle>{words('reserve.time.title')}</PageTitle>
        {notice}
        <div className={styles['columns']}>
          {chosen}
          <Stack>
            <TimeStep made={made} person={person} today={today} />
          </Stack>
        </div>
      </Stack>
    );
  return (
    <Stack narrow>
      <PageTitle>
        {made.back
          ? words('reserve.check.back.title', { relation: person.relation })
          : words('reserve.check.title')}
      </PageTitle>
      {notice}
      <Loaded query={query}>
        {({ slots }) => (
          <CheckSlot
            marked={mark(slots).find(({ slot }) => slot.id === made.slot)}
            made={made}
            person={person}
            onHold={(slot) =>
              write.submit({
                person: person.ref,
                clinicId: made.clinic ?? '',
                doctorId: made.doctor ?? '',
                specialityId: made.speciality,
                slotId: slot.id,
                day: placeDay(slot.starts),
              })
            }
          />
        )}
      </Loaded>
    </Stack>
  );
}
