import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import {
  forgetPatient,
  hearOtherTabs,
  sayThatPatientChanged,
  usePatientChanges,
} from '#src/queries/patient-change.ts';
import { hearSignOut } from '#src/queries/sign-out.ts';

/**
 * Shared desktops: what one person saw must not be there for the next. When another tab signs out, this one forgets
 * and starts again; when the browser brings a page back from its memory (Back), everything is asked anew. And a registrar's
 * tab forgets a patient whom another tab has put away.
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
  useEffect(() => hearOtherTabs(sayThatPatientChanged), []);
  const changes = usePatientChanges();
  useLayoutEffect(() => {
    if (changes > 0) forgetPatient(queryClient);
  }, [changes, queryClient]);
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void queryClient.resetQueries();
    };
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, [queryClient]);
}
