import { useQuery } from '@tanstack/react-query';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { reasonLimit } from '#contract/operation.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { cancelQueries } from '#src/queries/cancel-queries.ts';
import { Choice, Field, FieldGroup } from '#src/ui/field.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { needsText, type CancelFormValues } from './cancel-form.ts';

/** The clinic's own reasons for a home call. None is needed, and a list that does not load stops nobody. */
export function HomeCallReason({ form }: { form: UseFormReturn<CancelFormValues> }) {
  const words = useWords();
  const language = useLanguage();
  const { data, isPending } = useQuery(cancelQueries.homeCallReasons());
  const chosen = useWatch({ control: form.control, name: 'reasonCode' });

  if (isPending) return <Progress words={words('cancel.loading')} />;
  if (!data) return <Notice tone="warning" title={words('cancel.reason.readFailed')} />;
  return (
    <Stack>
      <FieldGroup label={words('cancel.reason.legend')}>
        {data.reasons.map(({ code, label }) => (
          <Choice key={code} label={label[language] ?? Object.values(label)[0]}>
            <input type="radio" value={String(code)} {...form.register('reasonCode')} />
          </Choice>
        ))}
        <Choice label={words('cancel.reason.none')}>
          <input type="radio" value="" {...form.register('reasonCode')} />
        </Choice>
      </FieldGroup>
      {needsText(chosen) && (
        <Field
          label={words('cancel.reason.text.label')}
          hint={words('cancel.reason.text.hint', { limit: reasonLimit })}
          error={fieldError(words, form.formState.errors.reason?.message)}
        >
          {(aria) => <textarea {...aria} {...form.register('reason')} />}
        </Field>
      )}
    </Stack>
  );
}
