import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { freeSlot } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { MoveScreen } from './move-screen.tsx';

const patient = { ref: 'patient-1', relation: 'patient' as const, name: '', birthDate: '1984-03-14' };
const old = clinicVisit({
  id: 'old',
  person: patient.ref,
  place: { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: null },
  slot: { id: 'slot-old', doctorId: 'd1' },
});
const slot = freeSlot('slot-new', '2026-11-25T08:00:00.000Z');

/** What the clinic answers when the new time is asked for. */
const refused = (failure: FailureName, code: string | null) => () =>
  Response.json(
    {
      type: `urn:talon:failure:${failure}`,
      status: 409,
      title: failure,
      failure,
      upstream: code && { system: 'mis', status: 409, code },
      facts: {},
      text: null,
      operation: null,
    },
    { status: 409 },
  );
const silent = () => Promise.reject(new TypeError('Failed to fetch'));

async function show({ to, hold }: { to: string | null; hold?: () => Response | Promise<Response> }) {
  const query = `person=${patient.ref}`;
  const slots = (days: string) => `/api/slots?${query}&clinic=c1&doctor=d1&${days}`;
  const { asked } = await showScreen(
    <MoveScreen
      source="clinic-visits"
      id="old"
      person={patient.ref}
      people={[patient]}
      isRegistrar
      to={to}
      day={to && '2026-11-25'}
      today="2026-11-21"
    />,
    {
      language: 'ru',
      answers: {
        '/api/session': { body: signedIn({ role: 'registrar', people: [patient] }) },
        [`/api/bookings/clinic-visits/old?${query}`]: { body: old },
        [`/api/bookings/clinic-visits?${query}`]: { body: { bookings: [old] } },
        [`/api/holds/current?${query}`]: { body: { now: '2026-11-21T09:00:00.000Z', hold: null } },
        [`/api/operations?${query}`]: { body: { operations: [] } },
        [slots('from=2026-11-25&to=2026-11-25')]: { body: { slots: [slot] } },
        [slots('from=2026-11-21&to=2026-12-04')]: { body: { slots: [slot] } },
      },
    },
  );
  if (!hold) return;
  const read = asked.getMockImplementation();
  asked.mockImplementation(async (input) => (input === '/api/holds' ? hold() : (read?.(input) ?? silent())));
  fireEvent.click(await screen.findByRole('button', { name: 'Перенести запись' }));
}

afterEach(() => {
  // Whatever the page says, it never takes the registrar for the patient.
  expect(document.body.textContent).not.toMatch(/ваш|мои|записаться/i);
  cleanup();
  vi.unstubAllGlobals();
});

test('whose visit is moved is the patient’s in hand, who may be booked to another doctor', async () => {
  await show({ to: null });
  expect(
    await screen.findByText('Вы переносите запись пациента, который сейчас у вас в работе.'),
  ).toBeDefined();
  expect(await screen.findByRole('link', { name: 'Записать к другому врачу' })).toBeDefined();
});

test('what was not sent is said in one line, and the question stays', async () => {
  await show({ to: 'slot-new', hold: refused('portal.not-sent', null) });
  expect(await screen.findByText('Запрос не ушёл, ничего не изменилось')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Перенести запись' })).toBeDefined();
});

test('a refusal is said in one line, the code first, and leads to the patient’s bookings', async () => {
  await show({ to: 'slot-new', hold: refused('mis.reserve.token-expired', '5007') });
  expect(await screen.findByText('5007: Не записано: вход в МИС истёк.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'К записям пациента' })).toBeDefined();
});

test('the consent that is ticked is the patient’s', async () => {
  await show({ to: 'slot-new', hold: refused('mis.reserve.already-booked', '4008') });
  const agrees = 'Пациент согласен: сначала отменить, потом записать';
  expect(await screen.findByRole('group', { name: /Согласие пациента/ })).toBeDefined();
  expect(screen.getByRole('checkbox', { name: agrees })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Отменить прежнюю и записать на новое время' }));
  expect(await screen.findByText('Отметьте, что пациент согласен, или оставьте всё как есть.')).toBeDefined();
});

test('a write whose answer was lost leads to the patient’s bookings', async () => {
  await show({ to: 'slot-new', hold: silent });
  expect(await screen.findByRole('heading', { name: 'Проверяем, занято ли новое время' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'К записям пациента' })).toBeDefined();
});
