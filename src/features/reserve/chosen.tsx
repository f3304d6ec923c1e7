import { Link } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { VisuallyHidden } from '#src/ui/text.tsx';
import type { Choices, Step } from './choices.ts';
import styles from './reserve.module.css';
import { addressWith } from './step-props.ts';
import { useChosen } from './use-chosen.ts';

/** What was chosen so far, each with a way to choose again. */
export function Chosen({
  made,
  person,
  canChangePerson,
  today,
}: {
  made: Choices;
  person: Person;
  canChangePerson: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const { clinic, speciality, doctor } = useChosen(person.ref, made);
  const who = words('reserve.nameAndAge', {
    name: personName(words, person),
    age: ageOn(person.birthDate, today),
  });
  const rows: readonly (readonly [Exclude<Step, 'slot'>, string | undefined])[] = [
    ['person', who],
    ['clinic', made.clinic && (clinic?.name ?? '…')],
    ['speciality', made.speciality && (speciality?.name ?? '…')],
    ['doctor', made.doctor && (doctor?.name ?? '…')],
  ];
  return (
    <aside className={styles['chosen']} aria-labelledby="chosen">
      <h2 id="chosen">{words('reserve.chosen.heading')}</h2>
      {rows.map(
        ([step, value]) =>
          value && (
            <div key={step} className={styles['chosenRow']}>
              <span>
                <VisuallyHidden>{words(`reserve.chosen.${step}`)}: </VisuallyHidden>
                {value}
              </span>
              {(step !== 'person' || canChangePerson) && (
                <Link href={addressWith(made, step, undefined)}>
                  {words('reserve.change')}
                  <VisuallyHidden>: {words(`reserve.chosen.${step}`)}</VisuallyHidden>
                </Link>
              )}
            </div>
          ),
      )}
    </aside>
  );
}
