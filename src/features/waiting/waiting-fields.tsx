import type { UseFormReturn } from 'react-hook-form';
import { partOfDay } from '#contract/waiting.ts';
import type { CalendarDay } from '#contract/time.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Card } from '#src/ui/card.tsx';
import { Choice, Field, FieldGroup } from '#src/ui/field.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Soft } from '#src/ui/text.tsx';
import type { WaitingFormValues } from './waiting-form.ts';

/** When it suits, where to call, and the consent to hand both on. */
export function WaitingFields({
  form,
  fields,
  forPatient,
  today,
  onSubmit,
}: {
  form: UseFormReturn<WaitingFormValues>;
  /** What the portal found wrong, by field name. */
  fields: Readonly<Record<string, string>>;
  /** A registrar ticks what the patient says. */
  forPatient: boolean;
  today: CalendarDay;
  onSubmit: (values: WaitingFormValues) => void;
}) {
  const words = useWords();
  const { errors } = form.formState;
  const wrong = (name: keyof WaitingFormValues) => fieldError(words, errors[name]?.message ?? fields[name]);
  // In the order of the page: the first wrong one takes the focus, and a field's own words are drawn later than a group's.
  const [phone, from, to] = [form.register('phone'), form.register('from'), form.register('to')];
  return (
    <Card>
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
        <Stack>
          <Field
            label={words('waiting.phone.label')}
            hint={words('waiting.phone.hint')}
            error={wrong('phone')}
          >
            {(aria) => <input {...aria} type="tel" autoComplete={forPatient ? 'off' : 'tel'} {...phone} />}
          </Field>
          <Field label={words('waiting.from.label')} error={wrong('from')}>
            {(aria) => <input {...aria} type="date" min={today} {...from} />}
          </Field>
          <Field label={words('waiting.to.label')} hint={words('waiting.to.hint')} error={wrong('to')}>
            {(aria) => <input {...aria} type="date" min={today} {...to} />}
          </Field>
          <FieldGroup label={words('waiting.part.label')}>
            {partOfDay.options.map((part) => (
              <Choice key={part} label={words(`waiting.part.${part}`)}>
                <input type="radio" value={part} {...form.register('part')} />
              </Choice>
            ))}
          </FieldGroup>
          <FieldGroup label={words('waiting.consent.label')} error={wrong('consent')}>
            <Choice label={words(forPatient ? 'waiting.consent.registrar' : 'waiting.consent.words')}>
              <input type="checkbox" {...form.register('consent')} />
            </Choice>
          </FieldGroup>
          <Soft>{words('waiting.noPlace')}</Soft>
          <Row>
            <Button type="submit">{words(forPatient ? 'waiting.submit.registrar' : 'waiting.submit')}</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
