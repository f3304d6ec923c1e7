import { expect, test } from 'vitest';
import { clinicOffer, inOfferOrder } from './clinic-offer.ts';

const today = '2026-11-21';
const child = { birthDate: '2017-01-01' };
const turns18Today = { birthDate: '2008-11-21' };
const turns18Tomorrow = { birthDate: '2008-11-22' };

test.each([
  [
    'a child in a clinic for children',
    child,
    { online: true, forChildren: true },
    { offered: true, note: null },
  ],
  [
    'a child in a clinic for adults',
    child,
    { online: true, forChildren: false },
    { offered: true, note: 'mostly-adults' },
  ],
  [
    'the day before the 18th birthday',
    turns18Tomorrow,
    { online: true, forChildren: true },
    { offered: true, note: null },
  ],
  [
    'the 18th birthday',
    turns18Today,
    { online: true, forChildren: true },
    { offered: false, reason: 'only-children' },
  ],
  [
    'a clinic that is offline',
    child,
    { online: false, forChildren: true },
    { offered: false, reason: 'offline' },
  ],
] as const)('%s', (_case, person, clinic, offer) => {
  expect(clinicOffer(clinic, person, today)).toEqual(offer);
});

test('the ones to choose come first, those for this age before the others', () => {
  const offers = [
    { offer: { offered: false, reason: 'offline' } },
    { offer: { offered: true, note: 'mostly-adults' } },
    { offer: { offered: true, note: null } },
  ] as const;
  expect(inOfferOrder(offers)).toEqual([offers[2], offers[1], offers[0]]);
});
