import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { BookingScreen } from './booking-screen.tsx';

const show = (booking: ClinicVisit) =>
  showScreen(<BookingScreen source="clinic-visits" id="a1" person="self" justBooked={false} justKept />, {
    answers: {
      '/api/session': { body: signedIn() },
      '/api/bookings/clinic-visits/a1?person=self': { body: booking },
    },
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('who thought better of a cancel stands at what was kept, and hears that nothing was sent', async () => {
  await show(clinicVisit());
  const notice = (await screen.findByText('The visit is still on')).parentElement;
  expect(notice?.textContent).toContain('No cancellation was sent.');
  expect(document.activeElement).toBe(notice);
});

test('a booking that was cancelled since is not said to be on, whatever the address says', async () => {
  await show(
    clinicVisit({
      status: { kind: 'cancelled', at: null },
      can: { cancel: { allowed: false, reason: 'already-cancelled' }, move: { allowed: true } },
    }),
  );
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByText('The visit is still on')).toBeNull();
});
