import { ageOn } from '#contract/rules/age-category.ts';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import type { Choices } from './choices.ts';
import { Option, OptionNote, Options } from './option.tsx';
import { addressWith } from './step-props.ts';

/** Whom it is for; asked only when there is more than one. */
export function PersonStep({
  people,
  made,
  today,
}: {
  people: readonly Person[];
  made: Choices;
  today: CalendarDay;
}) {
  const words = useWords();
  return (
    <Options>
      {people.map((person) => (
        <Option
          key={person.ref}
          name={words('reserve.nameAndAge', {
            name: personName(words, person),
            age: ageOn(person.birthDate, today),
          })}
          to={addressWith(made, 'person', person.ref)}
        >
          <OptionNote>{words(`reserve.person.${person.relation}`)}</OptionNote>
        </Option>
      ))}
    </Options>
  );
}
