import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import type { Operation } from '#contract/operation.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { heldTime } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { MoveScreen } from './move-screen.tsx';

const at = (hour: string) => ({ at: `2026-11-25T${hour}:00.000Z`, offset: '+03:00' });
const place = { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: '8 (495) 000-10-01' };
const visit = (id: string, slot: string, hour: string) =>
  clinicVisit({
    id,
    starts: at(hour),
    place,
    who: { name: 'Кузнецова Елена Павловна', role: 'Терапевт' },
    slot: { id: slot, doctorId: 'd1' },
    ticketNumber: '007',
  });
const old = visit('old', 'slot-old', '07:20');
const made = visit('new', 'slot-new', '08:00');
const again = visit('again', 'slot-old', '07:20');
const hold = (slot: string) =>
  heldTime({
    id: `hold-${slot}`,
    slot: { id: slot, starts: at('08:00'), ends: null },
    place,
    doctor: { name: 'Кузнецова', speciality: null },
  });
const done = (kind: Operation['kind'], more: Partial<Operation> = {}) => ({
  body: {
    id: `op-${kind}`,
    kind,
    state: 'confirmed',
    person: 'self',
    at: '2026-11-21T09:00:00.000Z',
    report: null,
    booking: null,
    hold: null,
    ...more,
  },
});
const refused = (failure: FailureName) => ({
  status: 409,
  body: {
    type: `urn:talon:failure:${failure}`,
    status: 409,
    title: failure,
    failure,
    upstream: null,
    facts: {},
    text: null,
    operation: 'op-refused',
  },
});

interface Answer {
  readonly body: unknown;
  readonly status?: number;
}

const slot = {
  id: 'slot-new',
  clinicId: 'c1',
  doctorId: 'd1',
  starts: at('08:00'),
  ends: at('08:20'),
  capacity: 1,
  used: 0,
  availability: 'free',
  note: null,
};

/** A clinic that answers each kind of write in turn; what it was asked to write is kept in order. */
async function show(writes: Readonly<Record<string, Answer[]>>) {
  const written: string[] = [];
  const reads: Record<string, { body: unknown }> = {
    '/api/session': { body: signedIn() },
    '/api/bookings/clinic-visits/old?person=self': { body: old },
    '/api/bookings/clinic-visits?person=self': { body: { bookings: [old] } },
    '/api/holds/current?person=self': { body: { now: '2026-11-21T09:00:00.000Z', hold: null } },
    '/api/operations?person=self': { body: { operations: [] } },
    '/api/slots?person=self&clinic=c1&doctor=d1&from=2026-11-25&to=2026-11-25': { body: { slots: [slot] } },
  };
  const { asked } = await showScreen(
    <MoveScreen
      source="clinic-visits"
      id="old"
      person="self"
      people={[{ ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' }]}
      isRegistrar={false}
      to="slot-new"
      day="2026-11-25"
      today="2026-11-21"
    />,
    { answers: reads },
  );
  asked.mockImplementation(async (input: string, init?: RequestInit) => {
    if ((init?.method ?? 'GET') === 'GET') return Response.json(reads[input]?.body ?? null);
    const wanted = typeof init?.body === 'string' ? /"slotId":"([^"]+)"/.exec(init.body)?.[1] : undefined;
    const name = wanted ? `hold ${wanted}` : (input.split('/').at(-1) ?? '');
    written.push(name);
    const answer = writes[name]?.shift() ?? { body: null, status: 500 };
    return Response.json(answer.body, { status: answer.status ?? 200 });
  });
  return { written, reads };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name }, { timeout: 3_000 });
const agree = async () => {
  fireEvent.click(await screen.findByRole('checkbox'));
  await press('Cancel the old visit and book the new time');
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the new time is taken and booked before the old visit is cancelled', async () => {
  const { written } = await show({
    'hold slot-new': [done('hold', { hold: hold('slot-new') })],
    confirm: [done('confirm', { booking: made })],
    cancel: [done('cancel', { booking: { ...old, status: { kind: 'cancelled', at: null } } })],
  });
  await press('Move the visit');
  await heading('Visit moved');
  expect(written).toEqual(['hold slot-new', 'confirm', 'cancel']);
});

test('a time that was taken meanwhile leaves the old visit, and nothing else is sent', async () => {
  const { written } = await show({ 'hold slot-new': [refused('mis.reserve.taken')] });
  await press('Move the visit');
  await heading('Not moved: the old visit is on');
  expect(screen.getByText('On')).toBeDefined();
  expect(written).toEqual(['hold slot-new']);
});

test('a cancel that is refused leaves both, and may be pressed again', async () => {
  const { written } = await show({
    'hold slot-new': [done('hold', { hold: hold('slot-new') })],
    confirm: [done('confirm', { booking: made })],
    cancel: [refused('mis.cancel-visit.unrecognised'), done('cancel', { booking: old })],
  });
  await press('Move the visit');
  await heading('There are two visits now: at the new time and at the old one');
  await press('Cancel the old visit');
  await heading('Visit moved');
  expect(written).toEqual(['hold slot-new', 'confirm', 'cancel', 'cancel']);
});

describe('where the clinic allows one visit', () => {
  const oneOnly = refused('mis.reserve.already-booked');

  test('nothing is cancelled before the person has agreed to it', async () => {
    const { written } = await show({ 'hold slot-new': [oneOnly] });
    await press('Move the visit');
    await heading('The clinic needs the old visit cancelled first');
    await press('Cancel the old visit and book the new time');
    expect(await screen.findByText('Tick that you understand, or leave it as it is.')).toBeDefined();
    expect(written).toEqual(['hold slot-new']);
  });

  test('the old visit goes first, and the refusal of before stands in nobody’s way', async () => {
    const { written } = await show({
      'hold slot-new': [oneOnly, done('hold', { hold: hold('slot-new') })],
      confirm: [done('confirm', { booking: made })],
      cancel: [done('cancel', { booking: old })],
    });
    await press('Move the visit');
    await agree();
    await heading('Visit moved');
    expect(written).toEqual(['hold slot-new', 'cancel', 'hold slot-new', 'confirm']);
  });

  test('a new time that is then refused has the old one taken back', async () => {
    const { written } = await show({
      'hold slot-new': [oneOnly, refused('mis.reserve.taken')],
      'hold slot-old': [done('hold', { hold: hold('slot-old') })],
      confirm: [done('confirm', { booking: again })],
      cancel: [done('cancel', { booking: old })],
    });
    await press('Move the visit');
    await agree();
    await heading('Not moved: the old time is booked again');
    expect(written).toEqual(['hold slot-new', 'cancel', 'hold slot-new', 'hold slot-old', 'confirm']);
  });

  test('neither time to be had is said, with the telephone', async () => {
    await show({
      'hold slot-new': [oneOnly, refused('mis.reserve.taken')],
      'hold slot-old': [refused('mis.reserve.taken')],
      cancel: [done('cancel', { booking: old })],
    });
    await press('Move the visit');
    await agree();
    await heading('There is no visit now');
    expect(screen.getByRole('link', { name: 'Call 8 (495) 000-10-01' })).toBeDefined();
  });
});

test('silence after the cancel says that it is being checked, and the new visit is on', async () => {
  await show({
    'hold slot-new': [done('hold', { hold: hold('slot-new') })],
    confirm: [done('confirm', { booking: made })],
    cancel: [{ ...done('cancel', { state: 'unknown', booking: old }), status: 202 }],
  });
  await press('Move the visit');
  await heading('Checking if the old visit is cancelled');
  await waitFor(() => expect(screen.getByText('Booked')).toBeDefined());
  expect(screen.getByText('Being checked')).toBeDefined();
});
