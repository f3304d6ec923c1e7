import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { patientSearch, type PatientSearch } from '#contract/session.ts';
import type { CalendarDay } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { deskQueries } from '#src/queries/desk-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { useDraft } from '#src/queries/use-draft.ts';
import { Button } from '#src/ui/button.tsx';
import { Card } from '#src/ui/card.tsx';
import { Field } from '#src/ui/field.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';

/** A policy is often copied with the spaces that it is printed with. */
const withoutSpaces = (typed: string) => typed.replace(/\s/g, '');

/** Policy number and birth date. What was typed stays when nobody was found. */
export function PatientForm({ today }: { today: CalendarDay }) {
  const words = useWords();
  const { mutate, isPending, error } = useMutation(deskQueries.findPatient(useQueryClient()));
  const form = useForm<PatientSearch>({
    resolver: zodResolver(patientSearch),
    defaultValues: { policy: '', birthDate: '' },
  });
  useDraft(form);
  const { setFocus } = form;
  // Patient after patient is typed here: the number can follow at once.
  useEffect(() => setFocus('policy'), [setFocus]);
  const { errors } = form.formState;
  const problem = error && problemOf(error);
  const failure = problem && !isPending && reportText(words, problem, true);
  const submit = form.handleSubmit((values) => {
    if (!isPending) mutate(values);
  });
  return (
    <Card>
      <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <Stack>
          {failure && <Notice tone="danger" title={failure.title} takesFocus></Notice>}
          <Field
            label={words('desk.policy.label')}
            hint={words('desk.policy.hint')}
            error={fieldError(words, errors.policy?.message ?? problem?.fields?.['policy'])}
          >
            {(aria) => (
              <input
                {...aria}
                inputMode="numeric"
                autoComplete="off"
                {...form.register('policy', { setValueAs: withoutSpaces })}
              />
            )}
          </Field>
          <Field
            label={words('desk.birthDate.label')}
            error={fieldError(words, errors.birthDate?.message ?? problem?.fields?.['birthDate'])}
          >
            {(aria) => (
              <input {...aria} type="date" max={today} autoComplete="off" {...form.register('birthDate')} />
            )}
          </Field>
          <Row>
            <Button type="submit" aria-disabled={isPending}>
              {words(isPending ? 'desk.searching' : 'desk.submit')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
