import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { bookingQueries } from '../booking-queries.ts';
import { useSignedIn } from '../session-queries.ts';
import { copyQueries, dropCopy, freshenCopy } from './copy-queries.ts';
import { forgetCopy } from './forget-copy.ts';
import { isShared, noteThatShared } from './shared-device.ts';

const [bookings] = bookingQueries.all();

/**
 * What this device keeps follows the lists as they arrive; nothing is asked for because of it. Where a registrar signs in,
 * or somebody else than whose visits are kept, the device is shared: it forgets, and keeps nothing again.
 */
export function useFreshCopy(): void {
  const queryClient = useQueryClient();
  const session = useSignedIn();
  const { data: copy } = useQuery(copyQueries.current());
  const isForOthers = session.role === 'registrar' || (copy ? copy.account !== session.account : false);
  const isKept = Boolean(copy) && !isForOthers;

  useEffect(() => {
    if (!isForOthers) return;
    noteThatShared();
    void dropCopy(queryClient);
  }, [isForOthers, queryClient]);

  // A deletion ends with the page that began it: the next page of a shared device deletes what is left.
  const isForgotten = copy === null;
  useEffect(() => {
    if (isForgotten && isShared()) void forgetCopy();
  }, [isForgotten]);

  useEffect(() => {
    if (!isKept) return;
    const freshen = () => void freshenCopy(queryClient, session);
    freshen();
    return queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryKey[0] === bookings && query.state.fetchStatus === 'idle')
        freshen();
    });
  }, [isKept, queryClient, session]);
}
