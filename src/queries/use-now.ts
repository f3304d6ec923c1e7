import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQueries } from './session-queries.ts';

const everyMs = 30_000;

/** Now by this device's own clock, for where there is no server to ask; moves on twice a minute. */
export function useDeviceNow(): Date {
  const [local, setLocal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return new Date(local);
}

/** Now by the server's clock, whatever this device's says; moves on twice a minute. */
export function useNow(): Date {
  const { data, dataUpdatedAt } = useQuery(sessionQueries.current());
  const local = useDeviceNow().getTime();
  return new Date(data ? Date.parse(data.now) + (local - dataUpdatedAt) : local);
}
