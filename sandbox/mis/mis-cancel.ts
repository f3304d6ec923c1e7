import type { Answer } from '../scenarios/witness.ts';
import type { Store } from '../store/store.ts';
import { cancelCallAnswers, cancelVisitAnswers, clinicOffline, standard } from './mis-answers.ts';
import { clinicsOf, removeTicket, ticketBy } from './mis-tickets.ts';
import type { Bearer } from './mis-tokens.ts';

interface Caller {
  readonly world: string;
  readonly now: Date;
  readonly bearer: Bearer;
}

/** Seed 000, after the token checks: 5068, 4086, 4026, 4027, 4010. */
export const cancelVisit = (
  store: Store,
  { world, now, bearer }: Caller,
  wish: { clinic: string; ticket: string; exam: string | undefined; externalUserId: string | undefined },
): Promise<Answer> =>
  store.transaction(async (db) => {
    const clinic = (await clinicsOf(db, world)).find(({ guid }) => guid === wish.clinic);
    if (clinic && !clinic.online) return clinicOffline;
    const ticket = await ticketBy(db, world, wish.ticket);
    if (!ticket || ticket.clinic !== wish.clinic) return cancelVisitAnswers['5068'];
    const another =
      ticket.policy !== bearer.person.policy ||
      (bearer.kind === 'rpgu' && ticket.card !== bearer.card) ||
      (ticket.made_by !== null && !wish.externalUserId);
    if (another) return cancelVisitAnswers['4086'];
    if (ticket.home_call) return cancelVisitAnswers['4026'];
    if (ticket.exam && ticket.exam !== wish.exam) return cancelVisitAnswers['4027'];
    if (ticket.begins <= now) return cancelVisitAnswers['4010'];
    return (await removeTicket(db, world, ticket.guid)) ? { status: 200 } : cancelVisitAnswers['5068'];
  });

/** Seed 001, after the token checks: 5068, 4023, 4022, 4021, then the reason. */
export const cancelCall = (
  store: Store,
  { world, now, bearer }: Caller,
  wish: { call: string; reasonCode: number | undefined; reason: string | undefined },
): Promise<Answer> =>
  store.transaction(async (db) => {
    const [call] = await db.query<{ card: string; policy: string; status: number; called_for: Date }>(
      'select card, policy, status, called_for from home_calls where world = $1 and guid = $2 for update',
      [world, wish.call],
    );
    if (!call) return cancelCallAnswers['5068'];
    if (call.card !== bearer.card) return cancelCallAnswers['4023'];
    if (call.status !== 0 && call.status !== 1) return cancelCallAnswers['4022'];
    if (call.called_for <= now) return cancelCallAnswers['4021'];
    if (wish.reasonCode === 6 && !wish.reason?.trim()) return standard(400, null, 'Не указан текст причины');
    await db.query(
      'update home_calls set status = 3, status_at = $3, reason_code = $4, reason = $5 where world = $1 and guid = $2',
      [world, wish.call, now, wish.reasonCode ?? null, wish.reason ?? null],
    );
    const linked = await db.query<{ guid: string }>(
      'select guid from tickets where world = $1 and home_call = $2',
      [world, wish.call],
    );
    for (const { guid } of linked) await removeTicket(db, world, guid);
    return standard(200, '2000', 'Вызов отменен');
  });
