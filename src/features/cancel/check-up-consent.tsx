import type { UseFormReturn } from 'react-hook-form';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Choice, FieldGroup } from '#src/ui/field.tsx';
import type { CancelFormValues } from './cancel-form.ts';

/** The plain warning before a step of a check-up is cancelled, and the consent to it. */
export function CheckUpConsent({ form }: { form: UseFormReturn<CancelFormValues> }) {
  const words = useWords();
  return (
    <FieldGroup
      label={words('cancel.checkUp.heading')}
      hint={words('cancel.checkUp.body')}
      error={fieldError(words, form.formState.errors.consent?.message)}
    >
      <Choice label={words('cancel.checkUp.consent')}>
        <input type="checkbox" {...form.register('consent')} />
      </Choice>
    </FieldGroup>
  );
}
