import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQueries } from './session-queries.ts';

const everyMs = 30_000;

/** Now by the server's clock, whatever this device's says; moves on twice a minute. */
export function useNow(): Date {
  const { data, dataUpdatedAt } = useQuery(sessionQueries.current());
  const [local, setLocal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return new Date(data ? Date.parse(data.now) + (local - dataUpdatedAt) : local);
}
