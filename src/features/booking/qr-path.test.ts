import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

const address =
  'https://talon.example/bookings/clinic-visits/865324a3-5f52-4983-82b5-05e6453225cc?person=child-1';

/** The modules that a path darkens, as `x y`. */
const darkened = (path: string) =>
  [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, length, back]) => {
    expect(back).toBe(length);
    return Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step} ${y}`);
  });

test('every dark module is drawn once, four modules from the edge, and no other', () => {
  const { side, path } = qrPath(address);
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x + 4} ${y + 4}`] : [])));
  expect(side).toBe(size + 8);
  expect(darkened(path).toSorted()).toEqual(dark.toSorted());
});

test('an address fits a code that can be read from a slip: no module smaller than 0.6 mm on 38 mm', () => {
  expect(38 / qrPath(address).side).toBeGreaterThan(0.6);
});
