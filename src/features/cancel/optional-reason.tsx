import type { UseFormReturn } from 'react-hook-form';
import { reasonLimit } from '#contract/operation.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Field } from '#src/ui/field.tsx';
import type { CancelFormValues } from './cancel-form.ts';

/** A reason that nobody has to give. */
export function OptionalReason({ form }: { form: UseFormReturn<CancelFormValues> }) {
  const words = useWords();
  return (
    <Field
      label={words('cancel.reason.optional.label')}
      hint={words('cancel.reason.text.hint', { limit: reasonLimit })}
      error={fieldError(words, form.formState.errors.reason?.message)}
    >
      {(aria) => <textarea {...aria} {...form.register('reason')} />}
    </Field>
  );
}
