import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Doctor, Hold } from '#contract/slot.ts';
import { freeSlot, heldTime } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { HoldScreen } from './hold-screen.tsx';

const now = '2026-11-21T09:00:00.000Z';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const hold = heldTime();
const person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' } as const;
const efimov: Doctor = { id: 'd1', name: 'Efimov', position: null, room: '105', freeTickets: null };

async function show(birthDate: string = person.birthDate) {
  const free = { slots: [freeSlot('s1', hold.slot.starts.at), freeSlot('s2', '2026-11-23T06:20:00.000Z')] };
  const current: { hold: Hold | null; now: string } = { hold, now };
  const shown = await showScreen(
    <HoldScreen
      holdId="h1"
      search="clinic=c1&speciality=27&doctor=d1"
      people={[{ ...person, birthDate }]}
      isRegistrar={false}
    />,
    {
      answers: {
        '/api/session': { body: signedIn({ sources: [] }) },
        '/api/operations?person=self': { body: { operations: [] } },
        '/api/clinics?person=self': { body: { clinics: [] } },
        '/api/clinics/c1/doctors?person=self&speciality=27': { body: { doctors: [efimov] } },
        '/api/holds/current?person=self': { body: { now, hold: null } },
        '/api/holds/current?person=self&id=h1': { body: current },
        '/api/slots?person=self&clinic=c1&doctor=d1&from=2026-11-21&to=2026-12-04': {
          body: free,
        },
      },
    },
  );
  await screen.findByRole('timer');
  return { ...shown, current, free };
}

/** As when a phone that slept is taken up again. */
const comeBack = () => fireEvent(window, new Event('visibilitychange'));

test('after a sleep that was longer than the time, it is over, and the same time is offered again', async () => {
  const { current } = await show();
  vi.setSystemTime(new Date('2026-11-21T09:20:00.000Z'));
  Object.assign(current, { now: '2026-11-21T09:20:00.000Z', hold: null });
  const again = await screen.findByRole('link', { name: 'Again: Monday 23 November, 09:00' });
  expect(again.getAttribute('href')).toBe(
    '/reserve?clinic=c1&speciality=27&doctor=d1&person=self&day=2026-11-23&slot=s1',
  );
  expect(screen.getByRole('link', { name: 'Monday 23 November, 09:20' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('what is left is the truth again after this device changed its clock', async () => {
  const { current } = await show();
  expect(screen.getByRole('timer').textContent).toBe('9:55');
  vi.setSystemTime(new Date('2026-11-21T09:04:00.000Z'));
  current.now = '2026-11-21T09:01:00.000Z';
  comeBack();
  expect(await screen.findByText('8:55')).toBeTruthy();
});

test('what was decided in another tab is not asked here any more', async () => {
  const { current } = await show();
  current.hold = null;
  comeBack();
  expect(await screen.findByRole('heading', { name: 'This time is no longer kept' })).toBeTruthy();
  expect(screen.queryByRole('timer')).toBe(null);
});

test('the clinic gives the place back a little later than we do: then it is offered too', async () => {
  const { current, free } = await show();
  const [mine, other] = free.slots;
  Object.assign(free, { slots: [{ ...mine, used: 1, availability: 'taken' }, other] });
  vi.setSystemTime(new Date('2026-11-21T09:20:00.000Z'));
  Object.assign(current, { now: '2026-11-21T09:20:00.000Z', hold: null });
  await screen.findByRole('link', { name: 'Monday 23 November, 09:20' });
  Object.assign(free, { slots: [mine, other] });
  expect(await screen.findByRole('link', { name: /^Again/ }, { timeout: 6_000 })).toBeTruthy();
}, 15_000);

const about = (term: string) => screen.queryByText(term)?.nextElementSibling?.textContent;

test('the room is there to be checked before it is confirmed, and a grown-up is not told the age group', async () => {
  await show();
  await screen.findByText('105');
  expect(about('Room')).toBe('105');
  expect(about('Age on the day')).toBeUndefined();
});

test.each([
  ['2014-11-23', /^12 years old, age group: children/],
  ['2009-11-24', /^16 years old, age group: teenagers/],
])('born %s, the age group that decides is told', async (birthDate, told) => {
  await show(birthDate);
  expect(about('Age on the day')).toMatch(told);
});
