import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { clinicOffer } from '#contract/rules/clinic-offer.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { findFields, type FindFields } from './find-form-fields.ts';
import type { StepProps } from './step-props.ts';

/** Looks for a doctor by what is known; what was asked goes into the address. */
export function FindForm({ made, person, today }: StepProps) {
  const words = useWords();
  const [, navigate] = useLocation();
  const names = useQuery(scheduleQueries.specialityNames(person.ref)).data?.names ?? [];
  const clinics = useQuery(scheduleQueries.clinics(person.ref)).data?.clinics ?? [];
  const { want = '', name = '', at = '' } = made;
  const form = useForm<FindFields>({
    resolver: zodResolver(findFields),
    // The choices of a list arrive after it: as values they are chosen once they are there.
    values: { want, name, at },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((wanted) => navigate(paths.reserve.to({ person: person.ref, ...wanted })));
  const known = (list: readonly string[], one: string) =>
    !one || list.includes(one) ? list : [one, ...list];
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <Stack>
        <Field
          label={words('reserve.find.name')}
          hint={words('reserve.find.nameHint')}
          error={fieldError(words, errors.name?.message)}
        >
          {(aria) => (
            <input {...aria} type="search" autoComplete="off" spellCheck={false} {...form.register('name')} />
          )}
        </Field>
        <Field label={words('reserve.find.want')}>
          {(aria) => (
            <select {...aria} {...form.register('want')}>
              <option value="">{words('reserve.find.wantAny')}</option>
              {known(names, want).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words('reserve.find.at')}>
          {(aria) => (
            <select {...aria} {...form.register('at')}>
              <option value="">{words('reserve.find.atAny')}</option>
              {clinics
                .filter((clinic) => clinicOffer(clinic, person, today).offered)
                .map((clinic) => (
                  <option key={clinic.id} value={clinic.id}>
                    {clinic.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Row>
          <Button type="submit">{words('reserve.find.submit')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
