import type { QueryMeta } from '@tanstack/react-query';

/**
 * For a query that somebody watches: asked again once a minute for as long as they see the page and have a connection, and
 * at once when either comes back. Nothing is asked behind anybody's back, and nobody stays signed in by it.
 */
export const watched = {
  refetchInterval: 60_000,
  refetchIntervalInBackground: false,
  networkMode: 'online',
  meta: { byItself: true },
} as const;

/** Who asks: nobody's hand, where somebody watches. */
export const askedBy = (meta: QueryMeta | undefined) => ({ byItself: meta?.['byItself'] === true });
