import { describe, expect, test } from 'vitest';
import { wireError, wireVisit } from './loop-wire.ts';
import errorSchema from './samples/error.schema.json';
import visitSchema from './samples/visit.schema.json';
import { inventedVisit } from './testing/invented-visit.ts';
import { translateTimes, translateVisit } from './translate-loop.ts';

const now = new Date('2026-11-21T09:00:00Z');
const slot = { id: 'slot-1', start_time: '2026-11-25T07:15:00Z', end_time: '2026-11-25T07:45:00Z' };
const provider = { id: 'prov-1', name: 'Ильин Пётр', specialty: 'Невролог' };
const joined = { slot, provider, person: 'me', offset: '+03:00', now };
const translate = (wire: object, parts: Partial<typeof joined> | { slot: undefined } = {}) =>
  translateVisit(wireVisit.parse({ ...inventedVisit, ...wire }), { ...joined, ...parts });

describe('the document’s own schemas', () => {
  test('require every key that is read of a visit, and the invented visit has them all', () => {
    expect(visitSchema.required).toEqual(expect.arrayContaining(Object.keys(wireVisit.shape)));
    expect(Object.keys(inventedVisit).toSorted()).toEqual(visitSchema.required.toSorted());
  });

  test('require the message that is read of an error', () => {
    expect(errorSchema.required).toEqual(['error', 'message']);
    expect(Object.keys(wireError.shape)).toEqual(expect.arrayContaining(errorSchema.required));
  });

  test('say which keys of a visit may be null, and those are', () => {
    const nullable = Object.entries(visitSchema.properties).flatMap(([key, { type }]) =>
      Array.isArray(type) ? [key] : [],
    );
    expect(nullable).toEqual(['reason', 'notes', 'cancelled_at', 'cancel_reason']);
    const nothing = { reason: null, notes: null, cancelled_at: null, cancel_reason: null };
    expect(wireVisit.safeParse({ ...inventedVisit, ...nothing }).success).toBe(true);
    expect(wireVisit.safeParse({ ...inventedVisit, status: null }).success).toBe(false);
  });
});

describe('a visit', () => {
  test('has the times of its slot, on the network’s clock, and the name of its provider', () => {
    expect(translate({})).toEqual({
      kind: 'visit',
      source: 'visits',
      id: 'vis-1',
      person: 'me',
      status: { kind: 'booked' },
      starts: { at: '2026-11-25T07:15:00.000Z', offset: '+03:00' },
      ends: { at: '2026-11-25T07:45:00.000Z', offset: '+03:00' },
      place: null,
      who: { name: 'Ильин Пётр', role: 'Невролог' },
      slot: { id: 'slot-1', doctorId: 'prov-1' },
      can: { cancel: { allowed: true }, move: { allowed: true } },
      visitType: 'consultation',
      reason: 'Боль в спине',
      cancelReason: null,
    });
  });

  test('is the same moment whatever the offset of its slot', () => {
    const there = { ...slot, start_time: '2026-11-25T10:15:00+03:00' };
    expect(translate({}, { slot: there }).starts).toEqual({
      at: '2026-11-25T07:15:00.000Z',
      offset: '+03:00',
    });
  });

  test('has no times without its slot, and nobody is made up without its provider', () => {
    expect(
      translateVisit(wireVisit.parse(inventedVisit), { ...joined, slot: undefined, provider: undefined }),
    ).toMatchObject({ starts: null, ends: null, who: null });
  });

  test('has a provider without a speciality where none is told', () => {
    const nameOnly = { ...joined, provider: { id: 'prov-1', name: 'Ильин Пётр' } };
    expect(translateVisit(wireVisit.parse(inventedVisit), nameOnly).who).toEqual({
      name: 'Ильин Пётр',
      role: null,
    });
  });

  test('tells why the patient comes from why it was cancelled', () => {
    expect(translate({ reason: 'Осмотр', cancel_reason: 'Передумала' })).toMatchObject({
      reason: 'Осмотр',
      cancelReason: 'Передумала',
    });
  });

  test.each([
    ['booked', { kind: 'booked' }],
    ['checked_in', { kind: 'in-progress' }],
    ['completed', { kind: 'completed' }],
    ['no_show', { kind: 'missed' }],
    ['cancelled', { kind: 'cancelled', at: null }],
    ['rescheduled', { kind: 'unrecognised', wireStatus: 'rescheduled' }],
    ['BOOKED', { kind: 'booked' }],
    ['Checked-In', { kind: 'in-progress' }],
    ['NO SHOW', { kind: 'missed' }],
    ['canceled', { kind: 'cancelled', at: null }],
    ['On-Hold', { kind: 'unrecognised', wireStatus: 'On-Hold' }],
    ['', { kind: 'unrecognised', wireStatus: '' }],
    ['constructor', { kind: 'unrecognised', wireStatus: 'constructor' }],
  ])('whose status is %j is not guessed at', (status, expected) => {
    expect(translate({ status }).status).toEqual(expected);
  });

  test('with an unrecognised status is not offered for cancelling', () => {
    expect(translate({ status: 'rescheduled' }).can.cancel).toEqual({
      allowed: false,
      reason: 'status-unclear',
    });
  });

  test.each([
    ['2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T12:00:00+03:00', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T12:00:00', null],
    ['yesterday', null],
    ['', null],
  ])(
    'that was cancelled at %j was cancelled at %j: no format is declared, and none is guessed',
    (wire, at) => {
      expect(translate({ status: 'cancelled', cancelled_at: wire }).status).toEqual({
        kind: 'cancelled',
        at,
      });
    },
  );
});

test('the times to move to are the free slots that have not begun, earliest first', () => {
  const at = (id: string, start_time: string, booked = false) => ({
    id,
    start_time,
    end_time: '2026-11-30T10:00:00Z',
    booked,
  });
  const slots = [
    at('late', '2026-11-29T10:00:00Z'),
    at('soon', '2026-11-21T12:00:01+03:00'),
    at('taken', '2026-11-22T10:00:00Z', true),
    at('begun', '2026-11-21T09:00:00Z'),
  ];
  expect(translateTimes(slots, '+03:00', now).map(({ id }) => id)).toEqual(['soon', 'late']);
  expect(translateTimes(slots, '+03:00', now)[0]).toEqual({
    id: 'soon',
    starts: { at: '2026-11-21T09:00:01.000Z', offset: '+03:00' },
    ends: { at: '2026-11-30T10:00:00.000Z', offset: '+03:00' },
  });
});
