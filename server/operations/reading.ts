import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';

/** What an upstream is seen to have; `unreadable` where it cannot be asked now. Whatever else goes wrong is ours, and is thrown. */
export const readingOf = <T>(reading: Promise<T>): Promise<T | 'unreadable'> =>
  reading.catch((error: unknown) => {
    if (error instanceof ReadFailure) return 'unreadable' as const;
    throw error;
  });
