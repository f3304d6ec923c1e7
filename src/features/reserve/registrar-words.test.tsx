import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Hold } from '#contract/slot.ts';
import { heldTime } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { HoldScreen } from './hold-screen.tsx';

const patient = { ref: 'patient-1', relation: 'patient' as const, name: '', birthDate: '1984-03-14' };
const hold = heldTime({
  person: patient.ref,
  doctor: { id: 'd1', name: 'Ефимов', speciality: null },
});
const notSent = () =>
  Response.json(
    {
      type: 'urn:talon:failure:portal.not-sent',
      status: 503,
      title: 'portal.not-sent',
      failure: 'portal.not-sent',
      upstream: null,
      facts: {},
      text: null,
      operation: null,
    },
    { status: 503 },
  );
const silent = () => Promise.reject(new TypeError('Failed to fetch'));

async function show({
  search = '',
  write = notSent,
}: {
  search?: string;
  write?: typeof silent | typeof notSent;
}) {
  const query = `person=${patient.ref}`;
  /** The server's clock goes on as this device's does. */
  const keeps = (its: Hold | null) => ({
    hold: its,
    get now() {
      return new Date().toISOString();
    },
  });
  const { asked } = await showScreen(
    <HoldScreen holdId="h1" search={`${query}&clinic=c1${search}`} people={[patient]} isRegistrar />,
    {
      language: 'ru',
      answers: {
        '/api/session': { body: signedIn({ role: 'registrar', people: [patient], sources: [] }) },
        [`/api/operations?${query}`]: { body: { operations: [] } },
        [`/api/holds/current?${query}&id=h1`]: { body: keeps(hold) },
        [`/api/holds/current?${query}`]: { body: keeps(null) },
      },
    },
  );
  const read = asked.getMockImplementation();
  asked.mockImplementation(async (input) =>
    /^\/api\/holds(\/h1\/confirm)?$/.test(input) ? write() : (read?.(input) ?? silent()),
  );
  await screen.findByRole('timer');
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T09:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
  // Whatever the page says, it never takes the registrar for the patient.
  expect(document.body.textContent).not.toMatch(/ваш|мои|за вами|записаться/i);
  cleanup();
  vi.unstubAllGlobals();
});

const confirm = () => fireEvent.click(screen.getByRole('button', { name: 'Записать пациента' }));

test('the time is kept for the patient, who is booked or not', async () => {
  await show({});
  expect(screen.getByText('Время придержано ещё')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Не записывать, отпустить время' })).toBeDefined();
});

test('what was not sent is said in one line', async () => {
  await show({});
  confirm();
  expect(await screen.findByText('Запрос не ушёл, ничего не изменилось')).toBeDefined();
});

test('a decision whose answer was lost leads to the patient’s bookings', async () => {
  await show({ write: silent });
  confirm();
  expect(await screen.findByRole('heading', { name: 'Проверяем, создана ли запись' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Посмотреть записи пациента' })).toBeDefined();
});

test('more time that could not be asked for is said in one line', async () => {
  await show({ search: '&more=1' });
  vi.setSystemTime(Date.parse(hold.keptUntil) + 10_000);
  expect(await screen.findByText('Запрос не ушёл, ничего не изменилось')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Попросить ещё раз' })).toBeDefined();
});
