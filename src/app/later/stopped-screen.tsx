import { PatientChangedScreen } from '#src/features/desk/patient-changed-screen.tsx';
import { AnotherAccountScreen } from '#src/features/sign-in/another-account-screen.tsx';
import { SessionEndedScreen } from '#src/features/sign-in/session-ended-screen.tsx';
import type { Ended } from '#src/queries/session-ended.ts';

/** What is shown in place of a screen that may not go on: nothing of whom it was of stays. */
export function StoppedScreen({
  why,
  returnTo,
}: {
  why: NonNullable<Ended> | 'another-patient';
  returnTo: string;
}) {
  if (why === 'ended') return <SessionEndedScreen returnTo={returnTo} />;
  return why === 'another-account' ? <AnotherAccountScreen /> : <PatientChangedScreen />;
}
