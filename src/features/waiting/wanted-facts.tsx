import type { Person } from '#contract/person.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Facts, type Fact } from '#src/ui/facts.tsx';
import type { Wanted } from './wanted.ts';

/** For whom, where and with whom. */
export function WantedFacts({
  wanted: { clinic, speciality, doctor },
  person,
  more = [],
}: {
  wanted: Wanted;
  person: Person;
  more?: readonly Fact[];
}) {
  const words = useWords();
  return (
    <Facts
      facts={[
        { term: words('waiting.fact.person'), value: personName(words, person) },
        { term: words('waiting.fact.clinic'), value: clinic.name },
        { term: words('waiting.fact.speciality'), value: speciality.name },
        { term: words('waiting.fact.doctor'), value: doctor?.name ?? words('waiting.fact.anyDoctor') },
        ...more,
      ]}
    />
  );
}
