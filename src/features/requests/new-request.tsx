import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { Redirect } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { sendRequest } from '#src/queries/request-queries.ts';
import { useDraft } from '#src/queries/use-draft.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { requestForm, type RequestFormValues } from './request-form.ts';
import { RequestFields } from './request-fields.tsx';
import { RequestRefused } from './request-refused.tsx';
import { RequestUnknown } from './request-unknown.tsx';

/** The pages of one new request. What was typed lives here, so that it is still there after a refusal. */
export function NewRequest({
  person,
  isOnlyOne,
  isRegistrar,
  today,
}: {
  person: Person;
  isOnlyOne: boolean;
  isRegistrar: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const write = useWrite(sendRequest);
  const resolver = useMemo(() => zodResolver(requestForm(today)), [today]);
  const form = useForm<RequestFormValues>({ resolver, defaultValues: { orderId: '', dateFrom: today } });
  useDraft(form);
  const { state } = write;

  if (state.step === 'sending')
    return (
      <Waiting title={words('requests.sending')} wait={words('common.wait')} slow={words('requests.slow')} />
    );
  if (state.step === 'unknown')
    return (
      <RequestUnknown unknown={state} person={person.ref} isRegistrar={isRegistrar} onCheck={write.again} />
    );
  if (state.step === 'confirmed') {
    const { booking } = state.operation;
    const to = booking
      ? paths.booking.to({ ...booking, person: person.ref })
      : paths.bookings.to({ person: person.ref });
    return <Redirect replace to={to} />;
  }

  const failure = state.step === 'refused' && reportText(words, state.report, isRegistrar);
  if (failure && !['correct-input', 'try-again', 'wait'].includes(failure.step))
    return (
      <RequestRefused
        refused={state}
        person={person.ref}
        here={paths.newRequest.to({ person: person.ref })}
        isRegistrar={isRegistrar}
      />
    );
  return (
    <Stack narrow>
      <PageTitle>{words('requests.title')}</PageTitle>
      {failure && (
        <Notice tone="danger" title={failure.title} takesFocus>
          {failure.body && <p>{failure.body}</p>}
        </Notice>
      )}
      <Lead>{words('requests.lead')}</Lead>
      {!isOnlyOne && <p>{words('requests.person', { name: personName(words, person) })}</p>}
      <RequestFields
        form={form}
        fields={state.step === 'refused' ? state.fields : {}}
        person={person.ref}
        types={isRegistrar}
        today={today}
        onSubmit={({ orderId, dateFrom }) =>
          write.submit({
            input: { person: person.ref, orderId: Number(orderId), dateFrom },
            typed: isRegistrar,
          })
        }
      />
    </Stack>
  );
}
