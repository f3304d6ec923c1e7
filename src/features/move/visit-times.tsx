import { useQuery } from '@tanstack/react-query';
import type { LoopVisit } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { moveQueries } from '#src/queries/move-queries.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Soft } from '#src/ui/text.tsx';
import { Loaded } from './loaded.tsx';
import { TimeList } from './time-list.tsx';

/** All the times that a visit may be moved to: there are never many. */
export function VisitTimes({ booking, isRegistrar }: { booking: LoopVisit; isRegistrar: boolean }) {
  const words = useWords();
  const query = useQuery(moveQueries.times(booking.id, booking.person));
  return (
    <Loaded query={query} isRegistrar={isRegistrar}>
      {({ times }) =>
        times.length === 0 ? (
          <Notice title={words('move.choose.noneAtAll')} />
        ) : (
          <>
            <Soft>{words('move.choose.clock')}</Soft>
            <TimeList times={times} addressOf={({ id }) => paths.move.to({ ...booking, to: id })} />
          </>
        )
      }
    </Loaded>
  );
}
