import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { paths } from '#src/paths.ts';
import { Details } from '#src/ui/details.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Soft } from '#src/ui/text.tsx';
import { isSearch } from './choices.ts';
import { ClinicStep } from './clinic-step.tsx';
import styles from './find.module.css';
import { FindForm } from './find-form.tsx';
import { FoundDoctors } from './found-doctors.tsx';
import { Loaded } from './loaded.tsx';
import type { StepProps } from './step-props.ts';

/** Where somebody begins: with the kind of doctor, with the doctor's name, or with a clinic, whichever they know. */
export function FindStep(props: StepProps) {
  const words = useWords();
  if (isSearch(props.made)) return <FoundDoctors {...props} />;
  return (
    <Stack gap="loose">
      <Stack>
        <Specialities {...props} />
        <Details summary={words('reserve.find.more')}>
          <FindForm {...props} />
        </Details>
      </Stack>
      <section className={styles['part']} aria-labelledby="by-clinic">
        <h2 id="by-clinic">{words('reserve.find.byClinic')}</h2>
        <ClinicStep {...props} />
      </section>
    </Stack>
  );
}

/** One press from the kind of doctor to the earliest times. */
function Specialities({ person }: StepProps) {
  const words = useWords();
  return (
    <section className={styles['part']} aria-labelledby="soonest">
      <h2 id="soonest">{words('reserve.find.soonest')}</h2>
      <Loaded query={useQuery(scheduleQueries.specialityNames(person.ref))}>
        {({ names, missing }) => (
          <>
            <ul role="list" className={styles['names']}>
              {names.map((name) => (
                <li key={name}>
                  <Link
                    href={paths.reserve.to({ person: person.ref, want: name })}
                    className={styles['speciality'] ?? ''}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
            {missing.length > 0 && (
              <Soft>{words('reserve.find.missing', { names: missing.join(', ') })}</Soft>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
