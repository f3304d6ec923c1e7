import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';

/** Whom a line of the news is about, for those who act for several people: the list below shows all of theirs. */
export function ForWhom({ person: ref }: { person: string }) {
  const words = useWords();
  const { people } = useSignedIn();
  const person = people.length > 1 ? people.find((one) => one.ref === ref) : undefined;
  return (
    person && (
      <p>
        <strong>{words('my-bookings.for', { name: personName(words, person) })}</strong>
      </p>
    )
  );
}
