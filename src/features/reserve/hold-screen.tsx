import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { chosenPerson, readChoices } from './choices.ts';
import { clockDifference } from './countdown.ts';
import { HeldMissing } from './held-missing.tsx';
import { HoldReview } from './hold-review.tsx';
import { Loaded } from './loaded.tsx';

interface Kept {
  readonly hold: Hold;
  /** Server time minus this device's, in milliseconds. */
  readonly difference: number;
}

/** The time that is kept, asked from the server so that a reload shows it again. */
export function HoldScreen({
  holdId,
  search,
  people,
  isRegistrar,
}: {
  holdId: string;
  search: string;
  people: readonly Person[];
  isRegistrar: boolean;
}) {
  const words = useWords();
  const choices = readChoices(search);
  const person = chosenPerson(people, choices);
  const query = useQuery({ ...holdQueries.current(person?.ref ?? ''), enabled: person !== undefined });

  // Once it is decided the server keeps it no longer, but the page about the decision still speaks of it.
  const [seen, setSeen] = useState<Kept | null>(null);
  const { data } = query;
  if (data?.hold?.id === holdId && seen?.hold.id !== holdId)
    setSeen({ hold: data.hold, difference: clockDifference(data.now, data.receivedAt) });

  if (!person) return <HeldMissing made={choices} />;
  const made = { ...choices, person: person.ref };
  if (seen)
    return (
      <HoldReview
        key={holdId}
        hold={seen.hold}
        difference={seen.difference}
        made={made}
        person={person}
        isRegistrar={isRegistrar}
      />
    );
  if (data) return <HeldMissing made={made} />;
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.hold.title')}</PageTitle>
      <Loaded query={query}>{() => null}</Loaded>
    </Stack>
  );
}
