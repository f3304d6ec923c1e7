import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loopDesk, type LoopDesk } from '../testing/loop-desk.ts';
import { said } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
let desk: LoopDesk;
let token: string;
const enterFreshWorld = async () => {
  world = sandbox.freshWorld();
  desk = loopDesk(world);
  token = await desk.token();
};
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const refusal = (status: number, error: string) => ({ status, body: { error, message: expect.any(String) } });
const refused = {
  '400': refusal(400, 'validation_error'),
  '403': refusal(403, 'forbidden'),
  '404': refusal(404, 'not_found'),
  '409': refusal(409, 'conflict'),
  '412': refusal(412, 'precondition_failed'),
};
const keys = [
  'brand_id',
  'cancel_reason',
  'cancelled_at',
  'created_at',
  'id',
  'notes',
  'patient_id',
  'provider_id',
  'reason',
  'slot_id',
  'status',
  'updated_at',
  'visit_type',
];
const now = '2026-11-23T09:00:00.000Z';

describe('looking', () => {
  beforeAll(enterFreshWorld);

  test("at a patient's visits shows them in every status, and nobody else's", async () => {
    const visits = await desk.visits(token, 'patient-anna');
    expect(visits.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'visit-1 booked',
      'visit-2 booked',
      'visit-3 completed',
      'visit-4 cancelled',
      'visit-5 awaiting_triage',
    ]);
    for (const visit of visits) expect(Object.keys(visit).toSorted()).toEqual(keys);
  });

  test("at a brand's visits without a patient shows everybody's", async () => {
    const { body } = await world.ask<{ visits: { patient_id: string }[] }>(
      'GET',
      '/loop/v1/visits?brand_id=brand-talon',
      { token },
    );
    expect(new Set(body.visits.map(({ patient_id }) => patient_id))).toEqual(
      new Set(['patient-anna', 'patient-other']),
    );
  });

  test.each(['visits', 'providers'])('at %s without a brand is a 400', async (what) => {
    expect(said(await world.ask('GET', `/loop/v1/${what}`, { token }))).toEqual(refused['400']);
  });

  test.each(['visits', 'providers'])('at %s of another brand is a 403', async (what) => {
    const reply = await world.ask('GET', `/loop/v1/${what}?brand_id=brand-other`, { token });
    expect(said(reply)).toEqual(refused['403']);
  });

  test('at one visit shows it, and at an unknown one is a 404', async () => {
    expect(await desk.visit(token, 'visit-1')).toMatchObject({
      status: 200,
      body: { id: 'visit-1', reason: 'Обсудить результаты анализов', notes: null, cancelled_at: null },
    });
    expect(said(await desk.visit(token, 'visit-none'))).toEqual(refused['404']);
  });

  test("at a provider's slots shows which are booked, between the moments asked for", async () => {
    const url = '/loop/v1/providers/provider-1/slots?from=2026-11-27&to=2026-12-01T00:00:00Z';
    expect((await world.ask('GET', url, { token })).body).toEqual({
      slots: [
        {
          id: 'slot-6',
          provider_id: 'provider-1',
          brand_id: 'brand-talon',
          start_time: '2026-11-27T14:00:00.000Z',
          end_time: '2026-11-27T14:30:00.000Z',
          booked: true,
          created_at: now,
        },
        expect.objectContaining({ id: 'slot-4', booked: false }),
      ],
    });
  });

  test('at slots from a moment that is none is a 400', async () => {
    const reply = await world.ask('GET', '/loop/v1/providers/provider-1/slots?from=tomorrow', { token });
    expect(said(reply)).toEqual(refused['400']);
  });

  test('at the providers names them', async () => {
    const { body } = await world.ask('GET', '/loop/v1/providers?brand_id=brand-talon', { token });
    expect(body).toMatchObject({ providers: [{ id: 'provider-1' }, { id: 'provider-2' }] });
  });
});

describe('cancelling a visit', () => {
  beforeEach(enterFreshWorld);

  test.each([undefined, {}, { reason: 'Болею' }])('with the body %j answers with it', async (body) => {
    expect(await desk.slot(token, 2, 1)).toMatchObject({ booked: true });
    const reply = await desk.cancel(token, 'visit-1', body);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        id: 'visit-1',
        status: 'cancelled',
        cancelled_at: now,
        cancel_reason: body?.reason ?? null,
        reason: 'Обсудить результаты анализов',
      },
    });
    expect(Object.keys(reply.body).toSorted()).toEqual(keys);
    expect(await desk.slot(token, 2, 1)).toMatchObject({ booked: false });
    expect((await desk.visit(token, 'visit-1')).body).toEqual(reply.body);
  });

  test('succeeds for one of ten at the same moment, the rest are 412', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => desk.cancel(token, 'visit-1')));
    const statuses = replies.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
  });
});

describe('a cancel', () => {
  beforeAll(enterFreshWorld);

  test.each(['visit-3', 'visit-4', 'visit-5'])('of %s, which is not booked, is a 412', async (id) => {
    const before = await desk.visit(token, id);
    expect(said(await desk.cancel(token, id))).toEqual(refused['412']);
    expect((await desk.visit(token, id)).body).toEqual(before.body);
  });

  test('of an unknown visit is a 404', async () => {
    expect(said(await desk.cancel(token, 'visit-none'))).toEqual(refused['404']);
  });

  test('with a reason that is no text is a 400', async () => {
    expect(said(await desk.cancel(token, 'visit-1', { reason: 7 }))).toEqual(refused['400']);
    expect((await desk.visit(token, 'visit-1')).body).toMatchObject({ status: 'booked' });
  });
});

const wish = {
  brand_id: 'brand-talon',
  patient_id: 'patient-anna',
  provider_id: 'provider-2',
  slot_id: 'slot-7',
  visit_type: 'initial',
};

describe('booking a visit', () => {
  beforeEach(enterFreshWorld);

  test('answers 201 with the visit, and takes the slot', async () => {
    const { status, body } = await desk.book(token, { ...wish, reason: 'Давно не были' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...wish, status: 'booked', reason: 'Давно не были', notes: null });
    expect(Object.keys(body).toSorted()).toEqual(keys);
    expect(await desk.slot(token, 2, 7)).toMatchObject({ booked: true });
    expect((await desk.visit(token, body.id)).body).toEqual(body);
  });

  test('gives a slot to one of ten at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => desk.book(token, wish)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  test.each([
    { status: '400', says: 'without a patient', change: { patient_id: undefined } },
    { status: '403', says: 'of another brand', change: { brand_id: 'brand-other' } },
    { status: '404', says: 'in an unknown slot', change: { slot_id: 'slot-none' } },
    { status: '404', says: "in another provider's slot", change: { provider_id: 'provider-1' } },
    { status: '409', says: 'in a booked slot', change: { slot_id: 'slot-1' } },
  ] as const)('$says is a $status', async ({ status, change }) => {
    expect(said(await desk.book(token, { ...wish, ...change }))).toEqual(refused[status]);
    expect(await desk.visits(token, 'patient-anna')).toHaveLength(5);
  });
});

describe('moving a visit', () => {
  beforeEach(enterFreshWorld);

  test('keeps the visit, takes the new slot and frees the old one', async () => {
    const reply = await desk.reschedule(token, 'visit-1', { new_slot_id: 'slot-8' });
    expect(reply).toMatchObject({
      status: 200,
      body: { id: 'visit-1', status: 'booked', slot_id: 'slot-8', provider_id: 'provider-1' },
    });
    expect(await desk.slot(token, 2, 1)).toMatchObject({ booked: false });
    expect(await desk.slot(token, 1, 8)).toMatchObject({ booked: true });
  });

  test.each([
    { status: '400', says: 'to nowhere', id: 'visit-1', body: {} },
    { status: '404', says: 'that is unknown', id: 'visit-none', body: { new_slot_id: 'slot-8' } },
    { status: '404', says: 'to an unknown slot', id: 'visit-1', body: { new_slot_id: 'slot-none' } },
    { status: '409', says: 'to a booked slot', id: 'visit-1', body: { new_slot_id: 'slot-2' } },
    { status: '412', says: 'that is completed', id: 'visit-3', body: { new_slot_id: 'slot-8' } },
  ] as const)('$says is a $status', async ({ status, id, body }) => {
    expect(said(await desk.reschedule(token, id, body))).toEqual(refused[status]);
    expect((await desk.visit(token, 'visit-1')).body).toMatchObject({ slot_id: 'slot-1' });
    expect(await desk.slot(token, 1, 8)).toMatchObject({ booked: false });
  });
});
