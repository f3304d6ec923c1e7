import { describe, expect, test } from 'vitest';
import type { Person } from '#contract/person.ts';
import { actingFor, addressFor, markOf, underWay } from './acting-for.ts';

const maria: Person = { ref: 'self', relation: 'self', name: 'Мария', birthDate: '1985-02-03' };
const vera: Person = { ref: 'child-2', relation: 'child', name: 'Вера', birthDate: '2010-05-06' };
const patient: Person = { ref: 'patient-1a2b', relation: 'patient', name: '', birthDate: '1984-03-14' };
const family = { role: 'patient', people: [maria, vera] } as const;
const at = (address: string) => {
  const [path = '', search = ''] = address.split('?');
  return { path, search };
};

describe('for whom a page is', () => {
  test.each([
    ['/', { kind: 'everybody' }],
    ['/?person=child-2', { kind: 'one', person: vera }],
    ['/?person=somebody-else', { kind: 'everybody' }],
    ['/reserve', { kind: 'nobody' }],
    ['/reserve?person=child-2&clinic=1', { kind: 'one', person: vera }],
    ['/reserve/hold/h?person=self', { kind: 'one', person: maria }],
    ['/requests/new', { kind: 'one', person: maria }],
    ['/bookings/visits/1', { kind: 'one', person: maria }],
    ['/bookings/visits/1/cancel?person=child-2', { kind: 'one', person: vera }],
    ['/bookings/visits/1?person=somebody-else', { kind: 'nobody' }],
  ])('a parent at %s', (address, expected) => {
    expect(actingFor(family, at(address))).toEqual(expected);
  });

  test('whoever acts only for themselves need not be told', () => {
    expect(actingFor({ role: 'patient', people: [maria] }, at('/'))).toBeNull();
  });

  test('a registrar acts for the patient in hand, wherever, and for nobody without one', () => {
    const registrar = { role: 'registrar', people: [patient] } as const;
    expect(actingFor(registrar, at('/bookings/visits/1'))).toEqual({ kind: 'one', person: patient });
    expect(actingFor({ role: 'registrar', people: [] }, at('/desk'))).toEqual({ kind: 'nobody' });
  });
});

test.each([
  ['/', null],
  ['/?person=child-2&view=past', null],
  ['/bookings/visits/1', null],
  ['/reserve', null],
  ['/reserve?person=self', null],
  ['/reserve?person=self&clinic=1', 'reserve'],
  ['/reserve/hold/h?person=self', 'hold'],
  ['/bookings/visits/1/cancel', 'cancel'],
  ['/bookings/visits/1/move?person=self', 'move'],
  ['/requests/new', 'request'],
  ['/waiting?person=self&clinic=1&speciality=27', 'waiting'],
])('what is under way at %s: %s', (address, expected) => {
  expect(underWay(at(address))).toBe(expected);
});

test.each([
  ['/?person=self&view=past&doctor=x', '/?person=child-2&view=past'],
  ['/bookings/visits/1?person=self', '/?person=child-2'],
  ['/bookings/visits/1/cancel?person=self', '/?person=child-2'],
  ['/reserve?person=self&clinic=1&slot=2', '/reserve?person=child-2'],
  ['/reserve/hold/h?person=self&clinic=1', '/reserve?person=child-2'],
  ['/requests/new?person=self', '/requests/new?person=child-2'],
  ['/waiting?person=self&clinic=1&speciality=27', '/reserve?person=child-2'],
])('for somebody else, %s becomes %s', (address, expected) => {
  const now = at(address);
  const [path, search] = addressFor('child-2', now).split('?');
  expect([path, new URLSearchParams(search).toString().split('&').toSorted().join('&')]).toEqual([
    expected.split('?')[0],
    expected.split('?')[1]?.split('&').toSorted().join('&'),
  ]);
});

test('everybody is what the list shows without a person', () => {
  expect(addressFor(null, at('/?person=child-2'))).toBe('/');
});

test('a family looks different one from another, and two patients in a row mostly do', () => {
  expect([maria, vera].map((one) => markOf([maria, vera], one))).toEqual([0, 1]);
  expect(markOf([patient], patient)).not.toBe(markOf([patient], { ...patient, ref: 'patient-1a2c' }));
});
