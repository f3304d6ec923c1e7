import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hearNews } from '#src/queries/live-news.ts';
import { refreshAfterNews } from '#src/queries/operation-queries.ts';
import { watchSignIns } from '#src/queries/sign-in-watch.ts';

/** While somebody is signed in, what is on the screen becomes the truth by itself, and goes when somebody else signs in. Shows nothing. */
export function LiveNews() {
  const queryClient = useQueryClient();
  useEffect(() => hearNews(() => void refreshAfterNews(queryClient)), [queryClient]);
  useEffect(watchSignIns, []);
  return null;
}
