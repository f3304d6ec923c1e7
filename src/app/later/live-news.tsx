import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hearNews } from '#src/queries/live-news.ts';
import { refreshAfterNews } from '#src/queries/operation-queries.ts';

/** While somebody is signed in, what is on the screen becomes the truth by itself. Shows nothing. */
export function LiveNews() {
  const queryClient = useQueryClient();
  useEffect(() => hearNews(() => void refreshAfterNews(queryClient)), [queryClient]);
  return null;
}
