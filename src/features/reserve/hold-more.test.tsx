import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Route, useParams, useSearch } from 'wouter';
import type { FailureName } from '#contract/failures.ts';
import type { Operation } from '#contract/operation.ts';
import type { Hold } from '#contract/slot.ts';
import { freeSlot, heldTime } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { HoldScreen } from './hold-screen.tsx';

const now = '2026-11-21T09:00:00.000Z';
const end = Date.parse('2026-11-21T09:09:55.000Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const first = heldTime({
  doctor: { id: 'd1', name: 'Efimov', speciality: null, specialityId: '27' },
});
const second: Hold = { ...first, id: 'h2', keptUntil: '2026-11-21T09:14:00.000Z' };
const operation: Operation = {
  id: 'op-1',
  kind: 'hold',
  state: 'confirmed',
  person: 'self',
  at: now,
  report: null,
  booking: null,
  hold: second,
};
const refused = (failure: FailureName): Operation => ({
  ...operation,
  state: 'refused',
  hold: null,
  report: { failure, upstream: null, facts: {}, text: null },
});
const person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' } as const;

function Screen() {
  return (
    <HoldScreen
      holdId={useParams()['holdId'] ?? ''}
      search={useSearch()}
      people={[person]}
      isRegistrar={false}
    />
  );
}

const chosen = 'clinic=c1&speciality=27&doctor=d1';

async function show({
  search = chosen,
  more = '',
  answer = operation,
  hold = first,
}: { search?: string; more?: string; answer?: Operation; hold?: Hold } = {}) {
  /** The server's clock goes on as this device's does. */
  const keeps = (its: Hold | null) => ({
    hold: its,
    get now() {
      return new Date().toISOString();
    },
  });
  const kept = keeps(null);
  const answers = {
    '/api/session': { body: signedIn({ sources: [] }) },
    '/api/operations?person=self': { body: { operations: [] } },
    '/api/clinics?person=self': { body: { clinics: [] } },
    '/api/holds': { body: answer },
    '/api/holds/current?person=self': { body: kept },
    '/api/holds/current?person=self&id=h1': { body: keeps(hold) },
    '/api/holds/current?person=self&id=h2': { body: keeps(second) },
    '/api/slots?person=self&clinic=c1&doctor=d1&from=2026-11-21&to=2026-12-04': {
      body: {
        slots: [freeSlot('s2', '2026-11-23T06:20:00.000Z'), freeSlot('s3', '2026-11-23T06:40:00.000Z')],
      },
    },
  };
  const shown = await showScreen(
    <Route path="/reserve/hold/:holdId">
      <Screen />
    </Route>,
    { at: `/reserve/hold/h1?${search}${more}`, answers },
  );
  const asks = () => shown.asked.mock.calls.filter(([path]) => path === '/api/holds').length;
  return { ...shown, asks, kept };
}

const wish = async () => fireEvent.click(await screen.findByRole('button', { name: 'I need more time' }));
const address = (location: { history?: string[] }) => location.history?.at(-1);
const asking = () => screen.findByText(/Asking the clinic to keep it again/);

test('more time is one press: the clinic is asked once it has surely let the time go, and the page goes on', async () => {
  const { asks, location } = await show();
  await wish();
  expect(address(location)).toContain('more=1');
  expect(await screen.findByText(/At 12:09 we will ask the clinic/)).toBeTruthy();
  const button = screen.getByRole('button', { name: 'I don’t need more time' });
  button.focus();
  vi.setSystemTime(end + 9_000);
  await asking();
  expect(screen.queryByRole('timer')).toBe(null);
  fireEvent.click(screen.getByRole('button', { name: 'Book this time' }));
  expect(asks()).toBe(0);
  vi.setSystemTime(end + 10_000);
  expect(await screen.findByText(/kept this time again, until 12:14/)).toBeTruthy();
  expect(await screen.findByText('3:55')).toBeTruthy();
  expect(screen.queryByText('5 minutes left.')).toBe(null);
  expect(asks()).toBe(1);
  await waitFor(() => expect(address(location)).toMatch(/\/hold\/h1\?(?!.*more).*again=h2/));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'I need more time' }));
});

test('the wish can be taken back, and then the time is simply over', async () => {
  const { asks, location } = await show();
  await wish();
  fireEvent.click(screen.getByRole('button', { name: 'I don’t need more time' }));
  expect(address(location)).not.toContain('more');
  vi.setSystemTime(end + 11_000);
  expect(await screen.findByRole('heading', { name: /it ran out/ })).toBeTruthy();
  expect(asks()).toBe(0);
});

test('the wish outlives a reload, also one after the end', async () => {
  vi.setSystemTime(end + 60_000);
  const lapsed = { ...first, state: 'lapsed' } as const;
  const { asks } = await show({ more: '&more=1', hold: lapsed });
  expect(await screen.findByText(/kept this time again/)).toBeTruthy();
  expect(asks()).toBe(1);
});

test('who slept through ten minutes is asked, not spoken for', async () => {
  const { asks } = await show();
  await wish();
  vi.setSystemTime(end + 601_000);
  expect(await screen.findByRole('heading', { name: /it ran out/ })).toBeTruthy();
  expect(asks()).toBe(0);
});

test('somebody else was faster: it is said, with the nearest times', async () => {
  await show({ more: '&more=1', answer: refused('mis.reserve.taken') });
  await screen.findByRole('timer');
  vi.setSystemTime(end + 10_000);
  const title = await screen.findByRole('heading', { name: 'Somebody has taken this time' });
  expect(await screen.findByRole('link', { name: 'Monday 23 November, 09:20' })).toBeTruthy();
  expect(document.activeElement).toBe(title);
});

test('opened from the list, where nothing was chosen on the way, it offers the nearest times all the same', async () => {
  await show({ search: 'person=self' });
  await screen.findByRole('timer');
  vi.setSystemTime(end + 10_000);
  const nearest = await screen.findByRole('link', { name: 'Monday 23 November, 09:20' });
  expect(nearest.getAttribute('href')).toBe(
    '/reserve?person=self&clinic=c1&speciality=27&doctor=d1&day=2026-11-23&slot=s2',
  );
});

test('without a connection nothing is asked and the wish is kept, until there is one', async () => {
  const { asks } = await show();
  await wish();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  vi.setSystemTime(end + 10_000);
  expect(await screen.findByText(/We will ask as soon as you are online/)).toBeTruthy();
  expect(asks()).toBe(0);
  online.mockRestore();
  fireEvent(window, new Event('online'));
  expect(await screen.findByText(/kept this time again/)).toBeTruthy();
  expect(asks()).toBe(1);
});

test('what did not get as far as the clinic is asked for again by a press', async () => {
  const answer: { -readonly [K in keyof Operation]: Operation[K] } = { ...refused('portal.not-sent') };
  const { asks } = await show({ more: '&more=1', answer });
  await screen.findByRole('timer');
  vi.setSystemTime(end + 10_000);
  const again = await screen.findByRole('button', { name: 'Ask again' });
  Object.assign(answer, operation);
  fireEvent.click(again);
  expect(await screen.findByText(/kept this time again/)).toBeTruthy();
  expect(asks()).toBe(2);
});

test('silence is no refusal: it is being checked, and not asked for twice', async () => {
  const { asks } = await show({ more: '&more=1', answer: { ...operation, state: 'unknown', hold: null } });
  await screen.findByRole('timer');
  vi.setSystemTime(end + 10_000);
  expect(await screen.findByText('Checking if the time is kept')).toBeTruthy();
  expect(asks()).toBe(1);
});

test('another tab has the same time once more: this page goes on with it', async () => {
  const { kept, asks } = await show();
  kept.hold = second;
  await screen.findByRole('timer');
  vi.setSystemTime(end + 11_000);
  expect(await screen.findByText(/kept this time again/)).toBeTruthy();
  expect(asks()).toBe(0);
});
