import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Hold } from '#contract/slot.ts';
import { holdQueries } from '#src/queries/hold-queries.ts';

/** The time of a hold that is over may be kept once more, by another tab that asked for it: this page goes on with that one. */
export function useSameTime({
  hold,
  person,
  looks,
  onKept,
}: {
  hold: Hold;
  person: string;
  looks: boolean;
  onKept: (hold: Hold) => void;
}) {
  const { data } = useQuery({ ...holdQueries.current(person), enabled: looks });
  const kept = data?.hold;
  const same = looks && kept && kept.id !== hold.id && kept.slot.id === hold.slot.id ? kept : null;
  const goOn = useEffectEvent(() => {
    if (same) onKept(same);
  });
  useEffect(() => goOn(), [same?.id]);
}
