import { describe, expect, test } from 'vitest';
import { wireCall, wireDoctors, wireLpu, wireTicket } from './mis-wire.ts';
import sample from './samples/ticket-visit-with-lpu.json';
import {
  translateCall,
  translateClinic,
  translateDoctor,
  translateHold,
  translateTicket,
} from './translate-mis.ts';

const dayBefore = new Date('2019-04-17T09:00:00Z');
const ticket = (other: object = {}) =>
  translateTicket(wireTicket.parse({ ...sample, ...other }), 'me', dayBefore);
const { lpu, num, ticketGuid } = sample;

describe('a ticket', () => {
  test('of the document’s own sample is a visit with what the sample tells, and nothing else', () => {
    expect(ticket()).toEqual({
      kind: 'clinic-visit',
      source: 'clinic-visits',
      id: '9d8ea16f-205b-4bc7-92e5-752cd84cb0db',
      person: 'me',
      status: { kind: 'booked' },
      starts: { at: '2019-04-18T05:45:00.000Z', offset: '+03:00' },
      ends: { at: '2019-04-18T06:00:00.000Z', offset: '+03:00' },
      place: {
        clinicId: 'c3c977af-c3b4-4517-9d57-50a6844ec660',
        name: ' ',
        address: '142632, , - , . , .',
        phone: '8-496-416-04-13',
      },
      who: { name: '. .', role: null },
      slot: {
        id: '12d4329b-cbe3-4ca3-8cdc-0e7a8f23e0d5',
        doctorId: 'f05d7650-a2a0-49dc-99f1-bb57829bc46a',
      },
      can: { cancel: { allowed: true }, move: { allowed: true } },
      ticketNumber: '008',
      room: '202',
      floor: 0,
      partOfCheckUp: false,
      madeAt: { at: '2019-04-16T09:18:26.000Z', offset: '+03:00' },
      history: [],
    });
  });

  test.each([
    ['absent', { lpu, num, ticketGuid }],
    ['null', Object.fromEntries(Object.keys(sample).map((key) => [key, null]))],
  ])('asked for without its details has only its number and its clinic, the rest being %s', (_, few) => {
    const wire = wireTicket.parse({ ...few, lpu, num, ticketGuid });
    expect(translateTicket(wire, 'me', dayBefore)).toMatchObject({
      id: ticketGuid,
      ticketNumber: '008',
      place: { clinicId: lpu.guid },
      starts: null,
      ends: null,
      who: null,
      room: null,
      floor: null,
      partOfCheckUp: false,
      madeAt: null,
      history: [],
    });
  });

  test('has its floor from `flat`, which is no apartment', () => {
    expect(ticket({ flat: 3 }).floor).toBe(3);
  });

  test('was made at `dateOfAppointment`, which is not when the visit is', () => {
    const { madeAt, starts } = ticket({ dateOfAppointment: '2019-04-01T08:00:00+03:00' });
    expect([madeAt?.at, starts?.at]).toEqual(['2019-04-01T05:00:00.000Z', '2019-04-18T05:45:00.000Z']);
  });

  test.each(['008', '0', '000', 'А-12'])('keeps its number as it came: %s', (number) => {
    expect(ticket({ num: number }).ticketNumber).toBe(number);
  });

  test('with a check-up’s event is a part of one', () => {
    expect(ticket({ dispExamGuid: sample.docGuid }).partOfCheckUp).toBe(true);
  });

  test.each([
    [{ doctorRole: 'Врач-терапевт', speciality: 'Терапия' }, 'Врач-терапевт'],
    [{ doctorRole: '', speciality: 'Терапия' }, 'Терапия'],
    [{ doctorRole: null, speciality: null }, null],
  ])('names the role of who sees the patient, or the speciality: %j', (other, role) => {
    expect(ticket({ docFio: 'Кабинет УЗИ', ...other }).who).toEqual({ name: 'Кабинет УЗИ', role });
  });

  test.each([
    ['2019-04-18T08:45:00+03:00', { at: '2019-04-18T05:45:00.000Z', offset: '+03:00' }],
    ['2019-04-18T08:45:00+11:00', { at: '2019-04-17T21:45:00.000Z', offset: '+11:00' }],
    ['2019-04-18T05:45:00Z', { at: '2019-04-18T05:45:00.000Z', offset: '+00:00' }],
  ])('is at the clinic’s own clock, wherever the server stands: %s', (beginTime, starts) => {
    expect(ticket({ beginTime }).starts).toEqual(starts);
  });

  test('tells its history as far as there is anything to tell', () => {
    const date = '2019-04-16T12:18:27+03:00';
    const entry = { element: 'Кабинет', newValue: '202', editor: 'Регистратура', date };
    const history = [
      entry,
      { ...entry, newValue: '', editor: '' },
      { ...entry, date: null },
      { date, element: '', newValue: '' },
    ];
    const at = { at: '2019-04-16T09:18:27.000Z', offset: '+03:00' };
    expect(ticket({ history }).history).toEqual([
      { ...at, text: 'Кабинет: 202', by: 'Регистратура' },
      { ...at, text: 'Кабинет', by: null },
    ]);
  });

  test.each([
    ['a number that lost its zeros', { num: 8 }, { ticketNumber: null }],
    ['a time without an offset', { beginTime: '2019-04-18T08:45:00' }, { starts: null }],
    ['an exam that is an empty text', { dispExamGuid: '' }, { partOfCheckUp: false }],
    ['an exam whose id is no GUID', { dispExamGuid: 'exam-7' }, { partOfCheckUp: true }],
    ['a room that is a number', { room: 105 }, { room: '105' }],
    ['a floor in words', { flat: 'первый' }, { floor: null }],
    ['a history that is none', { history: 'нет' }, { history: [] }],
  ])('with %s is read, and only that is not known', (_what, odd, expected) => {
    expect(ticket(odd)).toEqual({ ...ticket(), ...expected, can: ticket(odd).can });
  });

  test.each([
    ['Врач', 'Кардиология', 'Кардиология'],
    ['врач ', 'Кардиология', 'Кардиология'],
    ['Врач', null, 'Врач'],
    ['Врач-кардиолог', 'Кардиология', 'Врач-кардиолог'],
    [null, 'Кардиология', 'Кардиология'],
  ])('of a doctor called %j in %j is with %j', (doctorRole, speciality, role) => {
    expect(ticket({ docFio: 'Ефимов', doctorRole, speciality }).who).toEqual({ name: 'Ефимов', role });
  });

  test.each([
    ['no id', { ticketGuid: null }],
    ['no clinic', { lpu: null }],
  ])('is not read with %s', (_, other) => {
    expect(wireTicket.safeParse({ ...sample, ...other }).success).toBe(false);
  });
});

test('a hold knows its cell, and only as far as MIS tells', () => {
  expect(translateHold(wireTicket.parse(sample))).toMatchObject({
    ticketId: sample.ticketGuid,
    number: '008',
    slotId: sample.timeTableGuid,
    starts: { at: '2019-04-18T05:45:00.000Z', offset: '+03:00' },
    speciality: null,
  });
  expect(translateHold(wireTicket.parse({ lpu, num, ticketGuid }))).toMatchObject({
    slotId: null,
    starts: null,
    ends: null,
    doctorName: null,
  });
});

describe('a clinic', () => {
  const clinic = (other: object = {}) => translateClinic(wireLpu.parse({ ...lpu, ...other }));

  test('of the document’s own sample is open on five days', () => {
    const open = '8:00 - 18:00';
    expect(clinic()).toMatchObject({
      forChildren: false,
      online: true,
      statusSince: { at: '2018-08-21T06:15:27.000Z', offset: '+03:00' },
      worktimes: { monday: open, friday: open, saturday: null, sunday: null },
    });
  });

  test.each([
    ['Offline', { status: { name: 'Offline' } }],
    ['silent about it', { status: null }],
  ])('is not online where MIS is %s', (_, other) => {
    expect(clinic(other)).toMatchObject({ online: false, statusSince: null });
  });

  test('has no hours where none are told, and does not take those of another day', () => {
    expect(clinic({ worktimes: null }).worktimes).toBeNull();
    expect(clinic({ worktimes: { monday: '8:00 - 12:00', holiday: '9:00' } }).worktimes).toEqual({
      monday: '8:00 - 12:00',
      tuesday: null,
      wednesday: null,
      thursday: null,
      friday: null,
      saturday: null,
      sunday: null,
    });
  });
});

describe('a home call', () => {
  const wire = {
    lpu,
    callDoctorGuid: '43c6cec0-3b91-48ab-acab-d541a88e91f7',
    dateCall: '2019-04-18T08:00:00+03:00',
    address: 'ул. Мира, 5',
    status: 1,
    dateStatus: '2019-04-17T10:00:00+03:00',
  };
  const call = (other: object = {}) => translateCall(wireCall.parse({ ...wire, ...other }), 'me', dayBefore);

  test.each([
    [0, { kind: 'new' }],
    [1, { kind: 'booked' }],
    [2, { kind: 'completed' }],
    [3, { kind: 'cancelled', at: '2019-04-17T07:00:00.000Z' }],
    [4, { kind: 'transferred' }],
    [5, { kind: 'completed' }],
    [6, { kind: 'unrecognised', wireStatus: '6' }],
    [-1, { kind: 'unrecognised', wireStatus: '-1' }],
  ])('whose status is %d is not guessed at', (status, expected) => {
    expect(call({ status }).status).toEqual(expected);
  });

  test('that never changed has no time of its status', () => {
    expect(call({ status: 3, dateStatus: null })).toMatchObject({
      status: { kind: 'cancelled', at: null },
      statusSince: null,
    });
  });

  test('has the address that the doctor comes to, and no end', () => {
    expect(call()).toMatchObject({
      kind: 'home-call',
      source: 'home-calls',
      id: wire.callDoctorGuid,
      address: 'ул. Мира, 5',
      starts: { at: '2019-04-18T05:00:00.000Z', offset: '+03:00' },
      ends: null,
      who: null,
      place: { clinicId: lpu.guid },
    });
  });

  test('may have no clinic and no doctor once it is not active', () => {
    expect(call({ lpu: undefined, docFio: undefined, status: 2 })).toMatchObject({ place: null, who: null });
  });
});

describe('a doctor', () => {
  const doctor = (other: object) => {
    const wire = wireDoctors.parse({ items: [{ doctors: [{ id: 17, ...other }] }] });
    return wire.items.flatMap(({ doctors }) => doctors.map(translateDoctor))[0];
  };

  test('is called by family, given name and patronymic, which is in `surname`', () => {
    const name = { family: 'Лебедева', name: 'Анна', surname: 'Павловна' };
    expect(doctor(name)?.name).toBe('Лебедева Анна Павловна');
    expect(doctor({ ...name, displayName: 'Лебедева А. П.' })?.name).toBe('Лебедева А. П.');
  });

  test('has an id that is text, whatever it came as', () => {
    expect(doctor({})?.id).toBe('17');
  });

  test.each([
    [[{ count_tickets: 3 }, { count_tickets: null }, { count_tickets: 4 }], 7],
    [[], 0],
    [null, null],
  ])('with the schedule %j has %j free tickets', (schedule, freeTickets) => {
    expect(doctor({ schedule })?.freeTickets).toBe(freeTickets);
  });
});
