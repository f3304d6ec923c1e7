import { surelyOverAfterMs } from '#contract/rules/kept-time.ts';
import type { Hold } from '#contract/slot.ts';
import type { Schedule } from '#server/upstreams/kit/ports.ts';
import { ofTime } from './hold-rows.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { readingOf } from '#server/upstreams/kit/reading.ts';

/** A hold that was found late may last so much longer at the clinic than it does for us. */
const foundLateMs = 65_000;

/**
 * What a person's earlier hold of a time is to asking for it: theirs still, so that it is asked for by nobody again, or perhaps
 * not over at the clinic, where a second reservation may take a second place. Null where the next one is a first one.
 */
export async function earlierHold(
  deps: OperationDeps & { schedule: Schedule },
  { actor, pseudonym, patient }: Pick<Asked, 'actor' | 'pseudonym' | 'patient'>,
  slot: string,
): Promise<Hold | 'may-stand' | null> {
  const now = deps.clock();
  const since = new Date(now.getTime() - foundLateMs);
  const last = await ofTime(deps, { actor, patient: pseudonym, slot }, since);
  if (!last) return null;
  const isTheirs = last.hold.state === 'held' && last.row.session !== null && last.row.kept_until > now;
  if (isTheirs) return last.hold;
  const where = { clinicId: last.row.clinic, slotId: slot };
  const cell = await readingOf(deps.schedule.ticketsIn(patient, where, now));
  const isOver = now.getTime() >= last.row.kept_until.getTime() + surelyOverAfterMs;
  // An answer that does not cover the clinic says nothing, but a hold whose minutes are over is none, whatever is listed.
  const isGone = cell !== 'unreadable' && cell.tickets.length === 0 && (cell.covered || isOver);
  return isGone ? null : 'may-stand';
}
