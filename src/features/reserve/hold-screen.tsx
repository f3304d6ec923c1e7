import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { chosenPerson, readChoices } from './choices.ts';
import { clockDifference } from './countdown.ts';
import { HeldMissing } from './held-missing.tsx';
import { HoldReview } from './hold-review.tsx';
import { Loaded } from './loaded.tsx';

interface Kept {
  readonly hold: Hold;
  /** Confirming or giving back that was under way before this page was opened. */
  readonly found: Operation | undefined;
  /** Server time minus this device's, in milliseconds, when it was last asked. */
  readonly difference: number;
}

const isDecisionOn = (holdId: string) => (operation: Operation) =>
  operation.hold?.id === holdId && (operation.kind === 'confirm' || operation.kind === 'release');

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
  const query = useQuery({
    ...holdQueries.current(person?.ref ?? '', holdId),
    enabled: person !== undefined,
  });
  const operations = useQuery({
    ...operationQueries.toTell(person?.ref ?? ''),
    enabled: person !== undefined,
  });

  // Once it is decided the server keeps it no longer, but the page about the decision still speaks of it.
  const [seen, setSeen] = useState<Kept | null>(null);
  const { data, isFetching } = query;
  const found = operations.data?.find(isDecisionOn(holdId));
  const current = data?.hold?.id === holdId ? data.hold : undefined;
  const hold = current ?? found?.hold;
  if (data && hold && !operations.isPending && seen?.hold.id !== holdId)
    setSeen({ hold, found, difference: clockDifference(data.now, data.receivedAt) });
  // Asked again whenever somebody comes back to the page, so that a clock that was set meanwhile does no harm.
  const difference = data && current ? clockDifference(data.now, data.receivedAt) : seen?.difference;

  if (!person) return <HeldMissing made={choices} />;
  const made = { ...choices, person: person.ref };
  if (seen)
    return (
      <HoldReview
        key={holdId}
        hold={seen.hold}
        found={seen.found}
        difference={difference ?? seen.difference}
        isKept={current !== undefined || isFetching || !data}
        made={made}
        person={person}
        isRegistrar={isRegistrar}
      />
    );
  if (data && !isFetching && !operations.isPending) return <HeldMissing made={made} />;
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.hold.title')}</PageTitle>
      <Loaded query={query}>{() => <Progress words={words('reserve.loading')} />}</Loaded>
    </Stack>
  );
}
