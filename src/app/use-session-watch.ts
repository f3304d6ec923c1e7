import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hearSignOut } from '#src/queries/sign-out.ts';

/**
 * Shared desktops: what one person saw must not be there for the next. When another tab signs out, this one forgets
 * and starts again; when the browser brings a page back from its memory (Back), everything is asked anew.
 */
export function useSessionWatch(): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      hearSignOut(() => {
        queryClient.clear();
        location.replace('/');
      }),
    [queryClient],
  );
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void queryClient.resetQueries();
    };
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, [queryClient]);
}
