import { describe, expect, test } from 'vitest';
import { inOrder } from '#contract/rules/booking-order.ts';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import type { PlaceTime } from '#contract/time.ts';
import { byDay } from './sort-bookings.ts';

const at = (iso: string): PlaceTime => ({ at: `${iso}:00.000Z`, offset: '+03:00' });

const visit = (id: string, starts: PlaceTime | null) => loopVisit({ id, starts });

describe('days', () => {
  const late = visit('late', at('2026-11-21T21:30'));
  const early = visit('early', at('2026-11-21T10:00'));
  const timeless = visit('timeless', null);
  const ids = (view: 'upcoming' | 'past') =>
    byDay(inOrder([late, timeless, early], view)).map(({ day, bookings }) => [
      day,
      bookings.map(({ id }) => id),
    ]);

  test('are the clinic’s own, the soonest first, after what has no time', () => {
    expect(ids('upcoming')).toEqual([
      [null, ['timeless']],
      ['2026-11-21', ['early']],
      ['2026-11-22', ['late']],
    ]);
  });

  test('go back in time in the past', () => {
    expect(ids('past').map(([day]) => day)).toEqual(['2026-11-22', '2026-11-21', null]);
  });
});
