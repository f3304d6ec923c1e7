import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
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
  const asked = new URLSearchParams(search);
  /** The hold that keeps the same time once more. It is no address of its own, so that the page goes on as it is. */
  const inAddress = asked.get('again') ?? holdId;
  const [again, setAgain] = useState<string | null>(null);
  const id = again ?? inAddress;
  const person = chosenPerson(people, choices);
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

  const here = (search: { again?: string | undefined; more?: '1' | undefined }) =>
    paths.hold.to({ ...choices, person: person?.ref ?? '', holdId, ...search });
  const goOn = useEffectEvent((kept: string) => navigate(here({ again: kept }), { replace: true }));
  useEffect(() => {
    if (again !== null) goOn(again);
  }, [again]);

  if (!person) return <HeldMissing isRegistrar={isRegistrar} made={choices} />;
  const made = { ...choices, person: person.ref };
  if (seen)
    return (
      <HoldReview
        key={holdId}
        hold={seen.hold}
        found={seen.found}
        difference={difference ?? seen.difference}
        isKept={current !== undefined || isFetching || !data}
        more={{
          isWished: asked.get('more') === '1' && id === inAddress,
          isAgain: id !== holdId,
          onWish: (wished) =>
            navigate(here({ again: id === holdId ? undefined : id, more: wished ? '1' : undefined }), {
              replace: true,
            }),
          onKept: (kept) => {
            setSeen({ ...seen, hold: kept, found: undefined });
            setAgain(kept.id);
          },
        }}
        made={made}
        person={person}
        isRegistrar={isRegistrar}
      />
    );
  if (data && !isFetching && !operations.isPending)
    return <HeldMissing isRegistrar={isRegistrar} made={made} />;
  return (
    <Stack narrow>
      <PageTitle>{words('reserve.hold.title')}</PageTitle>
      <Loaded query={query}>{() => <Progress words={words('reserve.loading')} />}</Loaded>
    </Stack>
  );
}
