import { z } from 'zod';
import type { Booking } from '#contract/booking.ts';
import type { OperationDeps } from './operation-deps.ts';

const wanted = z.object({ slot: z.object({ id: z.string() }), before: z.array(z.string()) });

/**
 * Tells a visit from what a reservation may have made whose outcome is open: the wire lists both alike (A14), and a hold is never
 * called a booking. What was in the cell before the reservation is a visit.
 */
export async function isUnsettledHold(
  { journal, holdMinutes }: Pick<OperationDeps, 'journal' | 'holdMinutes'>,
  patient: string,
  now: Date,
): Promise<(booking: Booking) => boolean> {
  const since = now.getTime() - (holdMinutes + 1) * 60_000;
  const cells = (await journal.rows.openOf(patient, 'hold')).flatMap(({ row, context }) => {
    // Once a hold's minutes are over, what is in the cell is a visit.
    if (row.started_at.getTime() < since) return [];
    const parsed = wanted.safeParse(context?.what);
    return parsed.success ? [parsed.data] : [];
  });
  return ({ id, slot }) => cells.some((cell) => cell.slot.id === slot?.id && !cell.before.includes(id));
}
