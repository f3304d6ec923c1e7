import type { Booking } from '#contract/booking.ts';

/** Who may act for somebody, by the session's own name of the one acted for. */
const byRef = (ref: string) => {
  if (ref === 'self') return 'patient';
  return ref.startsWith('child') ? 'parent' : 'registrar';
};

/** A booking that was cancelled here, with who did it. */
export const cancelledBy = (booking: Booking | null, ref: string): Booking | null =>
  booking?.status.kind === 'cancelled'
    ? { ...booking, status: { ...booking.status, by: byRef(ref) } }
    : booking;

/** What was cancelled here is told with who did it, whatever the vendor says of it. */
export function withWho(listed: readonly Booking[], here: readonly (Booking | null)[]): readonly Booking[] {
  const known = new Map(here.flatMap((booking) => (booking ? [[booking.id, booking.status]] : [])));
  return listed.map((booking) => {
    const status = known.get(booking.id);
    if (booking.status.kind !== 'cancelled' || status?.kind !== 'cancelled' || !status.by) return booking;
    return { ...booking, status: { ...booking.status, at: booking.status.at ?? status.at, by: status.by } };
  });
}
