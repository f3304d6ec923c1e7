import type { Person } from '#contract/person.ts';
import { ageOn } from '#contract/rules/age-category.ts';
import type { View } from '#contract/rules/booking-order.ts';
import type { SignedIn } from '#contract/session.ts';
import { deviceDay } from '#src/i18n/format-time.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Segments } from '#src/ui/segments.tsx';
import styles from './my-bookings.module.css';

/** For whom: a choice among several people, or the one patient that a registrar has in hand. Always name and age. */
export function PersonFilter({
  session,
  chosen,
  view,
  now,
}: {
  session: SignedIn;
  chosen: Person | undefined;
  view: View;
  now: Date;
}) {
  const words = useWords();
  const kept = view === 'upcoming' ? undefined : view;
  const name = (person: Person) =>
    words('my-bookings.person', {
      name: personName(words, person),
      age: ageOn(person.birthDate, deviceDay(now)),
    });
  const [first] = session.people;
  if (session.people.length > 1) {
    const choices = [undefined, ...session.people];
    return (
      <Segments
        label={words('my-bookings.people')}
        items={choices.map((person) => ({
          key: person?.ref ?? 'all',
          to: paths.bookings.to({ view: kept, person: person?.ref }),
          current: person?.ref === chosen?.ref,
          words: person ? name(person) : words('my-bookings.everybody'),
        }))}
      />
    );
  }
  return session.role === 'registrar' && first ? <p className={styles['patient']}>{name(first)}</p> : null;
}
