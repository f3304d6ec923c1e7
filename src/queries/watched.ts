/**
 * For a query that somebody watches: asked again once a minute for as long as they see the page and have a connection, and
 * at once when either comes back. Nothing is asked behind anybody's back.
 */
export const watched = {
  refetchInterval: 60_000,
  refetchIntervalInBackground: false,
  networkMode: 'online',
} as const;
