import { ageChange } from '#contract/rules/age-category.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Person } from '#contract/person.ts';
import type { PlaceTime } from '#contract/time.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Age is never asked, so a birthday that changes the group before the visit is told. Days are by the clinic's clock. */
export function AgeNotice({ person, starts }: { person: Person; starts: PlaceTime }) {
  const words = useWords();
  const today = placeDay({ at: useNow().toISOString(), offset: starts.offset });
  const change = ageChange(person.birthDate, today, placeDay(starts));
  if (!change) return null;
  return (
    <Notice
      silent
      title={words('reserve.ageChange.title', { name: personName(words, person), age: change.ageThen })}
    >
      <p>
        {words(`reserve.ageChange.${change.category === 'ADULT' ? 'adult' : 'teen'}`, { age: change.ageNow })}
      </p>
    </Notice>
  );
}
