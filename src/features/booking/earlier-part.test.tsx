import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Clinic, Slot } from '#contract/slot.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { clinicOf, freeSlot } from '#contract/testing/sample-schedule.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { EarlierPart } from './earlier-part.tsx';

const clinic = clinicOf();
const visit = clinicVisit({
  starts: { at: '2026-11-25T07:20:00.000Z', offset: '+03:00' },
  place: { clinicId: 'c1', name: 'Clinic 1', address: null, phone: null },
  slot: { id: 'own', doctorId: 'd1' },
});
const later = freeSlot('later', '2026-11-25T08:00:00.000Z');
const taken = freeSlot('taken', '2026-11-23T08:00:00.000Z', { availability: 'taken', used: 1 });
const earlier = freeSlot('earlier', '2026-11-24T06:00:00.000Z');

const name = 'Look for an earlier time while this page is open';

/** There once the session is: until then nothing beside it is shown either. */
function SignedIn() {
  useSignedIn();
  return <p>signed in</p>;
}

async function show(
  booking: ClinicVisit = visit,
  where: Clinic | null = clinic,
  role: 'patient' | 'registrar' = 'patient',
) {
  const session = signedIn({ role });
  let slots: readonly Slot[] = [taken, later];
  const { asked } = await showScreen(
    <>
      <EarlierPart booking={booking} clinic={where ?? undefined} />
      <SignedIn />
    </>,
    { answers: { '/api/session': { body: session } } },
  );
  await screen.findByText('signed in');
  asked.mockImplementation(async (input: string) =>
    Response.json(input === '/api/session' ? session : { slots }),
  );
  return {
    schedule: () => asked.mock.calls.map(([path]) => path).filter((path) => path.startsWith('/api/slots')),
    becomesFree: (slot: Slot) => {
      slots = [taken, later, slot];
    },
  };
}
const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: new Date('2026-11-21T09:00:00.000Z'),
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing is asked of the schedule before somebody wants it', async () => {
  const { schedule } = await show();
  expect(screen.getByRole('checkbox', { name })).toBeDefined();
  await minutes(3);
  expect(schedule()).toEqual([]);
});

test('from today to the day of the visit is asked once a minute, and what is earlier leads to the move', async () => {
  const { schedule, becomesFree } = await show();
  await userEvent.click(screen.getByRole('checkbox', { name }));
  await screen.findByText('Looking. There is no earlier time yet.');
  expect(schedule()).toEqual(['/api/slots?person=self&clinic=c1&doctor=d1&from=2026-11-21&to=2026-11-25']);
  becomesFree(earlier);
  const reader = await listen();
  await minutes(1);
  await screen.findByText('There is an earlier time: Tuesday 24 November, 09:00');
  expect(screen.getByRole('link', { name: 'Move to this time' }).getAttribute('href')).toBe(
    '/bookings/clinic-visits/a1/move?person=self&to=earlier&day=2026-11-24',
  );
  await minutes(3);
  expect(schedule()).toHaveLength(5);
  expect(await reader.announced()).toEqual(['There is an earlier time: Tuesday 24 November, 09:00']);
  await reader.stop();
});

test('at the desk it is asked of the patient', async () => {
  await show(visit, clinic, 'registrar');
  expect(screen.getByText('Would an earlier time suit the patient?')).toBeDefined();
});

describe('is not offered', () => {
  test.each<[string, ClinicVisit, Clinic | null]>([
    [
      'where the visit cannot be moved',
      { ...visit, can: { ...visit.can, move: { allowed: false, reason: 'part-of-check-up' } } },
      clinic,
    ],
    ['where the clinic does not say which doctor it is', { ...visit, slot: undefined }, clinic],
    ['by a clinic that takes no bookings now', visit, { ...clinic, online: false }],
    ['where nothing is known of the clinic', visit, null],
  ])('%s', async (_, booking, where) => {
    await show(booking, where);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
