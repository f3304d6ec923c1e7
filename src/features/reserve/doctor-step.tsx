import { useQuery } from '@tanstack/react-query';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Loaded } from './loaded.tsx';
import { Option, OptionNote, Options } from './option.tsx';
import { addressWith, type StepProps } from './step-props.ts';

/** Which doctor of a speciality. */
export function DoctorStep({ made, person }: StepProps) {
  const words = useWords();
  const query = scheduleQueries.doctors(person.ref, made.clinic ?? '', made.speciality ?? '');
  return (
    <Loaded query={useQuery(query)}>
      {({ doctors }) =>
        doctors.length === 0 ? (
          <Notice tone="warning" title={words('reserve.doctor.empty')} />
        ) : (
          <Options>
            {doctors.map(({ id, name, position, room, freeTickets }) => (
              <Option key={id} name={name} to={addressWith(made, 'doctor', id)}>
                <OptionNote>
                  {[position, room && words('reserve.doctor.room', { room })].filter(Boolean).join(', ')}
                </OptionNote>
                {freeTickets !== null && (
                  <span>{words('reserve.doctor.freeTickets', { count: freeTickets })}</span>
                )}
              </Option>
            ))}
          </Options>
        )
      }
    </Loaded>
  );
}
