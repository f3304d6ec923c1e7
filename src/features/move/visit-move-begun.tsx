import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoopVisit } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { moveQueries } from '#src/queries/move-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { Progress } from '#src/ui/progress.tsx';
import { VisitMove } from './visit-move.tsx';

/** Moving a visit that moves by itself (Loop): taken up where it stands, in another tab or before a reload. */
export function VisitMoveBegun({
  booking,
  to,
  isRegistrar,
}: {
  booking: LoopVisit;
  to: string;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const { id, person } = booking;
  const times = useQuery(moveQueries.times(id, person));
  const operations = useQuery(operationQueries.toTell(person));
  // As it was when the page was opened: what the move itself changes is for its answer to say.
  const [old] = useState(booking);
  const isOurs = ({ kind, booking: about }: Operation) => kind === 'move' && about?.id === id;
  // Once it is moved nobody offers its time any more.
  const [seen, setSeen] = useState<LoopVisit['starts']>(null);
  const offered = times.data?.times.find((time) => time.id === to)?.starts;
  if (offered && seen === null) setSeen(offered);

  if (operations.isPending || (times.isPending && seen === null))
    return <Progress words={words('move.loading')} />;
  return (
    <VisitMove
      booking={old}
      to={to}
      time={seen ?? (old.slot?.id === to ? old.starts : null)}
      found={operations.data?.find(isOurs)}
      isRegistrar={isRegistrar}
    />
  );
}
