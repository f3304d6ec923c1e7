import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { paths } from '#src/paths.ts';
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

/** The hold that is shown, and the one that the page was opened with: a time that is kept once more is the same page still. */
interface Shown {
  readonly id: string;
  readonly first: string;
  /** What the address named when the page went on to another hold. */
  readonly before: string;
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
  const [, navigate] = useLocation();
  const choices = readChoices(search);
  const isWished = new URLSearchParams(search).get('more') === '1';
  const person = chosenPerson(people, choices);
  const [shown, setShown] = useState<Shown>({ id: holdId, first: holdId, before: holdId });
  if (holdId !== shown.id && holdId !== shown.before) setShown({ id: holdId, first: holdId, before: holdId });
  const { id } = shown;
  const query = useQuery({
    ...holdQueries.current(person?.ref ?? '', id),
    enabled: person !== undefined,
  });
  const operations = useQuery({
    ...operationQueries.toTell(person?.ref ?? ''),
    enabled: person !== undefined,
  });

  // Once it is decided the server keeps it no longer, but the page about the decision still speaks of it.
  const [seen, setSeen] = useState<Kept | null>(null);
  const { data, isFetching } = query;
  const found = operations.data?.find(isDecisionOn(id));
  const current = data?.hold?.id === id ? data.hold : undefined;
  const hold = current ?? found?.hold;
  if (data && hold && !operations.isPending && seen?.hold.id !== id)
    setSeen({ hold, found, difference: clockDifference(data.now, data.receivedAt) });
  // Asked again whenever somebody comes back to the page, so that a clock that was set meanwhile does no harm.
  const difference = data && current ? clockDifference(data.now, data.receivedAt) : seen?.difference;

  const here = person && paths.hold.to({ ...choices, person: person.ref, holdId: id });
  useEffect(() => {
    if (here && holdId === shown.before && id !== shown.before) navigate(here, { replace: true });
  }, [here, holdId, id, shown.before, navigate]);

  if (!person) return <HeldMissing made={choices} />;
  const made = { ...choices, person: person.ref };
  if (seen)
    return (
      <HoldReview
        key={shown.first}
        hold={seen.hold}
        found={seen.found}
        difference={difference ?? seen.difference}
        isKept={current !== undefined || isFetching || !data}
        more={{
          isWished: isWished && id === holdId,
          isAgain: id !== shown.first,
          onWish: (wished) =>
            navigate(paths.hold.to({ ...made, holdId: id, more: wished ? '1' : undefined }), {
              replace: true,
            }),
          onKept: (kept) => {
            setSeen({ ...seen, hold: kept, found: undefined });
            setShown({ id: kept.id, first: shown.first, before: holdId });
          },
        }}
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
