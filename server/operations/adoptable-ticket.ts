import type { CellReading } from '#server/upstreams/kit/reading.ts';
import type { Ticket } from '#server/upstreams/kit/ticket.ts';
import { bookedHolds, isHeldTicket } from './hold-rows.ts';
import type { OperationDeps } from './operation-deps.ts';

/** The vendor's clock may differ from ours by so much. */
const clockSkewMs = 60_000;

/** What of a write is known that may have left a ticket behind. */
export interface LostWrite {
  /** Whose ticket it would be, as the journal knows them. */
  readonly patient: string;
  readonly slot: string;
  /** When the write was begun. */
  readonly since: Date;
  /** Ids of the tickets that were in the cell before it; null where nobody could see. */
  readonly before: readonly string[] | null;
}

/** A hold of ours, or the visit that one became. */
async function isKnown(deps: OperationDeps, { patient, slot }: LostWrite, ticketId: string) {
  if (await isHeldTicket(deps, patient, ticketId)) return true;
  const holds = await bookedHolds(deps, { patient, slot });
  const booked = await Promise.all(holds.map((id) => deps.journal.rows.confirmed(patient, 'confirm', id)));
  return booked.some((operation) => operation?.booking?.id === ticketId);
}

/**
 * The ticket that a write whose answer was lost has made: one that was not in the cell before it, that the vendor dates after it
 * began, and that no other write of ours made. Null where there is none, or none that is certain: a cell may hold a visit of the
 * same patient, and what is adopted as a hold may later be deleted (docs/decisions/0029).
 */
export async function adoptableTicket(
  deps: OperationDeps,
  write: LostWrite,
  { tickets }: CellReading,
): Promise<Ticket | null> {
  const { before, since } = write;
  if (before === null) return null;
  for (const ticket of tickets) {
    const isOlder = ticket.madeAt !== null && Date.parse(ticket.madeAt) < since.getTime() - clockSkewMs;
    if (before.includes(ticket.ticketId) || isOlder) continue;
    if (!(await isKnown(deps, write, ticket.ticketId))) return ticket;
  }
  return null;
}
