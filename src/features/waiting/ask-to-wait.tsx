import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { daysAfter } from '#contract/rules/calendar-days.ts';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendWait } from '#src/queries/waiting-queries.ts';
import { useDraft } from '#src/queries/use-draft.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { WantedFacts } from './wanted-facts.tsx';
import type { Wanted } from './wanted.ts';
import { WaitingFields } from './waiting-fields.tsx';
import { waitingForm, type WaitingFormValues } from './waiting-form.ts';
import { WaitingDone, WaitingRefused, WaitingUnknown } from './waiting-result.tsx';
import { WatchTimes } from './watch-times.tsx';

/** As long as MIS waits where nobody says until when. */
const daysByDefault = 30;

/** The pages of one wish. What was typed lives here, so that it is still there after a refusal. */
export function AskToWait({
  wanted,
  person,
  isRegistrar,
  today,
}: {
  wanted: Wanted;
  person: Person;
  isRegistrar: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const write = useWrite(sendWait);
  const resolver = useMemo(() => zodResolver(waitingForm(today)), [today]);
  const form = useForm<WaitingFormValues>({
    resolver,
    defaultValues: {
      phone: '',
      from: today,
      to: daysAfter(today, daysByDefault),
      part: 'any',
      consent: false,
    },
  });
  useDraft(form);
  const { state } = write;
  const isDone = state.step === 'confirmed';
  useEffect(() => {
    // What the clinic has is not being typed any more: it is no draft to come back to.
    if (isDone) form.reset();
  }, [isDone, form]);

  if (state.step === 'sending')
    return (
      <Waiting title={words('waiting.sending')} wait={words('common.wait')} slow={words('waiting.slow')} />
    );
  if (state.step === 'unknown')
    return <WaitingUnknown unknown={state} wanted={wanted} person={person} onCheck={write.again} />;
  if (isDone) return <WaitingDone wanted={wanted} person={person} sent={write.sent} />;

  const failure = state.step === 'refused' && reportText(words, state.report, isRegistrar);
  if (state.step === 'refused' && failure && !['correct-input', 'try-again'].includes(failure.step))
    return (
      <WaitingRefused
        refused={state}
        wanted={wanted}
        person={person}
        isRegistrar={isRegistrar}
        onAgain={write.reopen}
      />
    );
  const { clinic, speciality, doctor } = wanted;
  return (
    <Stack narrow>
      <PageTitle>{words('waiting.title')}</PageTitle>
      {failure && (
        <Notice tone="danger" title={failure.title} takesFocus>
          {failure.body && <p>{failure.body}</p>}
        </Notice>
      )}
      <Lead>{words('waiting.lead')}</Lead>
      <WantedFacts wanted={wanted} person={person} />
      <WaitingFields
        form={form}
        fields={state.step === 'refused' ? state.fields : {}}
        forPatient={isRegistrar}
        today={today}
        onSubmit={({ phone, from, to, part }) =>
          write.submit({
            person: person.ref,
            clinicId: clinic.id,
            specialityId: speciality.id,
            doctorId: doctor?.id ?? null,
            phone,
            from,
            to,
            part,
            consent: true,
          })
        }
      />
      <Secondary>
        <WatchTimes wanted={wanted} person={person.ref} />
      </Secondary>
    </Stack>
  );
}
