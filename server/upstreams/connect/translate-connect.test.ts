import { describe, expect, test } from 'vitest';
import type { KnownRequest } from '../kit/ports.ts';
import { wireAppointment, wireRequest } from './connect-wire.ts';
import { translateAppointment, translateRequest } from './translate-connect.ts';

const now = new Date('2026-11-21T09:00:00Z');
const known: KnownRequest = {
  requestId: 300,
  orderId: 7001,
  dateFrom: '2026-11-23',
  appointmentLocation: null,
};
const offered = {
  appointmentRequestId: 300,
  orderId: 7001,
  status: 'Offered',
  slots: [
    {
      id: 'S00',
      startTime: '2026-11-23T06:00:00Z',
      endTime: '2026-11-23T10:00:00Z',
      timezoneOffset: '+03:00',
    },
  ],
};
const appointment = {
  id: 41,
  orderId: 7001,
  status: 'booked',
  startTime: '2026-11-23T22:00:00Z',
  endTime: '2026-11-24T02:00:00Z',
  timezoneOffset: '+10:00',
};
const request = (wire: object | null) => translateRequest(wire && wireRequest.parse(wire), known, 'me', now);
const visit = (wire: object) => translateAppointment(wireAppointment.parse(wire), known, 'me', now);

describe('a request', () => {
  test('with offered times has them at the place’s own clock, and no time of its own', () => {
    expect(request(offered)).toEqual({
      kind: 'appointment-request',
      source: 'requests',
      id: '300',
      person: 'me',
      status: { kind: 'times-offered' },
      starts: null,
      ends: null,
      place: null,
      who: null,
      can: { cancel: { allowed: true }, move: { allowed: false, reason: 'not-offered' } },
      orderId: 7001,
      dateFrom: '2026-11-23',
      offeredTimes: [
        {
          id: 'S00',
          starts: { at: '2026-11-23T06:00:00.000Z', offset: '+03:00' },
          ends: { at: '2026-11-23T10:00:00.000Z', offset: '+03:00' },
        },
      ],
    });
  });

  test('that is pending is what the journal knows of it, with times being looked for', () => {
    expect(request(null)).toMatchObject({
      id: '300',
      status: { kind: 'looking-for-times' },
      orderId: 7001,
      dateFrom: '2026-11-23',
      offeredTimes: [],
      can: { cancel: { allowed: true }, move: { allowed: false, reason: 'not-offered' } },
    });
  });

  test.each([
    ['Offered', { kind: 'times-offered' }],
    ['offered', { kind: 'times-offered' }],
    ['Cancelled', { kind: 'cancelled', at: null }],
    ['Converted', { kind: 'became-visit' }],
    ['Booked', { kind: 'became-visit' }],
    ['On Hold', { kind: 'unrecognised', wireStatus: 'On Hold' }],
    ['', { kind: 'unrecognised', wireStatus: '' }],
    ['constructor', { kind: 'unrecognised', wireStatus: 'constructor' }],
  ])('whose status is %j is not guessed at', (status, expected) => {
    expect(request({ ...offered, status }).status).toEqual(expected);
  });

  test('without a list of times has none', () => {
    expect(request({ ...offered, slots: undefined })).toMatchObject({ offeredTimes: [] });
  });

  test('with an unrecognised status is not offered for cancelling', () => {
    expect(request({ ...offered, status: 'On Hold' }).can.cancel).toEqual({
      allowed: false,
      reason: 'status-unclear',
    });
  });
});

describe('a technician’s visit', () => {
  test('keeps the request’s id, and its time is UTC with the offset that came apart from it', () => {
    expect(visit(appointment)).toEqual({
      kind: 'technician-visit',
      source: 'requests',
      id: '300',
      person: 'me',
      status: { kind: 'booked' },
      starts: { at: '2026-11-23T22:00:00.000Z', offset: '+10:00' },
      ends: { at: '2026-11-24T02:00:00.000Z', offset: '+10:00' },
      place: null,
      who: null,
      can: {
        cancel: { allowed: false, reason: 'not-offered' },
        move: { allowed: false, reason: 'not-offered' },
      },
      orderId: 7001,
    });
  });

  test.each([
    ['Booked', { kind: 'booked' }],
    ['Reserved', { kind: 'booked' }],
    ['In Progress', { kind: 'in-progress' }],
    ['cancelled', { kind: 'cancelled', at: null }],
    ['Rescheduled', { kind: 'unrecognised', wireStatus: 'Rescheduled' }],
  ])('whose status is %j is not guessed at', (status, expected) => {
    expect(visit({ ...appointment, status }).status).toEqual(expected);
  });
});

describe('what Connect sends', () => {
  test.each([
    ['an id that is text', { appointmentRequestId: '300' }],
    ['no status', { status: undefined }],
    ['a time without UTC', { slots: [{ ...offered.slots[0], startTime: '2026-11-23T06:00:00' }] }],
    ['an offset by name', { slots: [{ ...offered.slots[0], timezoneOffset: 'MSK' }] }],
  ])('is not read with %s', (_, other) => {
    expect(wireRequest.safeParse({ ...offered, ...other }).success).toBe(false);
  });
});
