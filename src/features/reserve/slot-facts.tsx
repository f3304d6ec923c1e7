import { ageCategoryOn, ageOn } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Person } from '#contract/person.ts';
import type { PlaceTime } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Card } from '#src/ui/card.tsx';
import { Facts } from '#src/ui/facts.tsx';

/** A time with everything that belongs to it; the age where it decides who may come: the one on that day, by the clinic's clock. */
export function SlotFacts({
  person,
  starts,
  place,
  doctor,
  speciality,
  room,
}: {
  person: Person | undefined;
  starts: PlaceTime;
  place: { readonly name: string; readonly address: string | null } | null;
  doctor: string | null;
  speciality: string | null;
  room: string | null;
}) {
  const words = useWords();
  const times = useTimes();
  const day = placeDay(starts);
  const category = person && ageCategoryOn(person.birthDate, day);
  return (
    <Card>
      <Facts
        facts={[
          {
            term: words('reserve.chosen.time'),
            value: [times.dayAndTime(starts), times.zone(starts)].filter(Boolean).join(', '),
          },
          { term: words('reserve.chosen.doctor'), value: [doctor, speciality].filter(Boolean).join(', ') },
          {
            term: words('reserve.chosen.clinic'),
            value: place && [place.name, place.address].filter(Boolean).join(', '),
          },
          { term: words('reserve.chosen.room'), value: room },
          { term: words('reserve.chosen.person'), value: person && personName(words, person) },
          {
            term: words('reserve.chosen.age'),
            value:
              person && category && category !== 'ADULT'
                ? words(`reserve.category.${category}`, { age: ageOn(person.birthDate, day) })
                : null,
          },
        ]}
      />
    </Card>
  );
}
