import { expect, test } from 'vitest';
import { slotOffer } from './slot-offer.ts';

const at = (day: string) => ({ at: `${day}T06:20:00.000Z`, offset: '+03:00' });
const children = { forChildren: true };
const adults = { forChildren: false };

test("a children's clinic is for whoever is under 18 on the day of the visit, not today", () => {
  const offered = (day: string) =>
    slotOffer({ availability: 'free', starts: at(day) }, children, '2008-11-25');
  expect(offered('2026-11-24')).toEqual({ offered: true });
  expect(offered('2026-11-25')).toEqual({ offered: false, reason: 'only-children' });
});

test('the day is the one at the clinic', () => {
  const night = { at: '2026-11-24T21:30:00.000Z', offset: '+03:00' };
  expect(slotOffer({ availability: 'free', starts: night }, children, '2008-11-25')).toEqual({
    offered: false,
    reason: 'only-children',
  });
});

test('any other clinic takes whom its own schedule takes', () => {
  expect(slotOffer({ availability: 'free', starts: at('2026-11-25') }, adults, '2008-11-25')).toEqual({
    offered: true,
  });
  expect(slotOffer({ availability: 'age', starts: at('2026-11-25') }, adults, '2008-11-25')).toEqual({
    offered: false,
    reason: 'age',
  });
});
