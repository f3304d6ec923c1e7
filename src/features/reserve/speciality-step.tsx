import { useQuery } from '@tanstack/react-query';
import { FromClinic } from '#src/i18n/from-clinic.tsx';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Loaded } from './loaded.tsx';
import { Option, Options } from './option.tsx';
import { addressWith, type StepProps } from './step-props.ts';

/** What kind of doctor. */
export function SpecialityStep({ made, person }: StepProps) {
  const words = useWords();
  return (
    <Loaded query={useQuery(scheduleQueries.specialities(person.ref, made.clinic ?? ''))}>
      {({ specialities }) =>
        specialities.length === 0 ? (
          <Notice tone="warning" title={words('reserve.speciality.empty')} />
        ) : (
          <Options>
            {specialities.map(({ id, name }) => (
              <Option key={id} name={<FromClinic text={name} />} to={addressWith(made, 'speciality', id)} />
            ))}
          </Options>
        )
      }
    </Loaded>
  );
}
