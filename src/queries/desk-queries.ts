import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import type { Person } from '#contract/person.ts';
import { session, type PatientSearch, type Session } from '#contract/session.ts';
import { forgetPatient, tellOtherTabs } from './patient-change.ts';
import { portal } from './portal-client.ts';
import { sessionQueries } from './session-queries.ts';

/** Everything of the patient before goes, in every tab; only then does the screen learn who is in hand now. */
function changePatient(queryClient: QueryClient, answer: Session) {
  forgetPatient(queryClient);
  queryClient.setQueryData(sessionQueries.current().queryKey, answer);
  tellOtherTabs();
}

/** Who is in hand by now, as the portal says; null for nobody. Throws `ProblemError`. */
export async function askWhoIsInHand(queryClient: QueryClient): Promise<Person | null> {
  const answer = await queryClient.fetchQuery({ ...sessionQueries.current(), staleTime: 0 });
  return (answer.authenticated && answer.people[0]) || null;
}

export const deskQueries = {
  /** Puts a patient in the registrar's hand. Policy and birth date travel in the body alone. */
  findPatient: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: (body: PatientSearch) =>
        portal.post({ path: '/api/desk/patient', schema: session, body, key: crypto.randomUUID() }),
      retry: false,
      // What was typed is a person's policy number: it does not stay in memory.
      gcTime: 0,
      onSuccess: (answer) => changePatient(queryClient, answer),
    }),
  finishPatient: (queryClient: QueryClient) =>
    mutationOptions({
      /** Names the patient on the screen: another tab may have another one in hand by now. */
      mutationFn: (person: string) =>
        portal.delete({
          path: `/api/desk/patient?${new URLSearchParams({ person })}`,
          schema: session,
          key: crypto.randomUUID(),
        }),
      retry: false,
      onSuccess: (answer) => changePatient(queryClient, answer),
    }),
};
