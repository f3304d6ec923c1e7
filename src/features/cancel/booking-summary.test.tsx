import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { clinicVisit, homeCall } from '#contract/testing/sample-bookings.ts';
import { showScreen } from '#src/testing/show-screen.tsx';
import { BookingSummary } from './booking-summary.tsx';

const place = { clinicId: 'c1', name: 'Поликлиника № 1', address: 'ул. Садовая, д. 12', phone: null };
const call = homeCall({ place, address: 'ул. Лесная, д. 7' });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const said = (term: string) => screen.getByText(term).nextElementSibling?.textContent;

test('a doctor who comes home is called to one address: the clinic is not said to be where', async () => {
  await showScreen(<BookingSummary booking={call} person={undefined} />, { answers: {} });
  expect(said('Address of the call')).toBe('ул. Лесная, д. 7');
  expect(said('Clinic')).toContain('Поликлиника № 1');
  expect(screen.queryByText('Where')).toBeNull();
});

test('a visit is where the clinic is', async () => {
  await showScreen(<BookingSummary booking={clinicVisit({ place })} person={undefined} />, { answers: {} });
  expect(said('Where')).toContain('Поликлиника № 1');
});
