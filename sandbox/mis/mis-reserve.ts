import { randomUUID } from 'node:crypto';
import type { DemoPerson } from '../people/people.ts';
import type { Answer } from '../scenarios/witness.ts';
import type { Queries, Store } from '../store/store.ts';
import { alreadyBooked, clinicOffline, reserveAnswers, standard } from './mis-answers.ts';
import { clinicsOf, ticketBy, ticketsOf, type Ticket } from './mis-tickets.ts';
import { ticketVisit } from './mis-models.ts';
import { misDay, misSpokenTime } from './mis-time.ts';

export interface Wish {
  readonly world: string;
  readonly now: Date;
  readonly person: DemoPerson;
  readonly card: string;
  readonly clinic: string;
  readonly cell: string;
  readonly ageCategory: 'CHILD' | 'TEEN' | 'ADULT' | null;
}

type CellRow = {
  guid: string;
  begins: Date;
  rights: string;
  age_from: number | null;
  age_to: number | null;
  clinic: string;
  speciality: string;
  observed_only: boolean;
  for_children: boolean;
  online: boolean;
};

const yearsOn = (birthDate: string, day: string) =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

const findCell = async (db: Queries, world: string, guid: string) =>
  (
    await db.query<CellRow>(
      `select c.guid, c.begins, c.rights, c.age_from, c.age_to, d.clinic, d.speciality, d.observed_only, l.for_children, l.online
       from cells c join doctors d on d.world = c.world and d.guid = c.doctor join clinics l on l.world = d.world and l.guid = d.clinic
       where c.world = $1 and c.guid = $2`,
      [world, guid],
    )
  )[0];

/** The business checks in the order of the choices: cell, 4005, 4029, 4007 (both), 4008; 4009 is the database's. */
function refusal(wish: Wish, cell: CellRow | undefined, mine: readonly Ticket[]): Answer | null {
  if (!cell || cell.clinic !== wish.clinic) return standard(404, null, 'Ячейка расписания не найдена');
  if (!cell.online) return clinicOffline;
  if (!/Internet|Doctor/.test(cell.rights))
    return standard(400, null, 'Недостаточно прав для записи в ячейку');
  const age = yearsOn(wish.person.birthDate, misDay(cell.begins));
  if (cell.for_children && (age >= 18 || wish.ageCategory === 'ADULT')) return reserveAnswers['4005'];
  if ((cell.age_from !== null && age < cell.age_from) || (cell.age_to !== null && age > cell.age_to))
    return reserveAnswers['4029'];
  if (wish.person.bannedFromSelfBooking) return reserveAnswers['4007-ban'];
  if (cell.observed_only) return reserveAnswers['4007-register'];
  // How many visits to a speciality it allows is an installation's own setting: here the children's clinic has no limit.
  const same = mine.find(
    (ticket) =>
      !cell.for_children &&
      ticket.speciality === cell.speciality &&
      ticket.begins > wish.now &&
      ticket.cell !== cell.guid,
  );
  return same
    ? alreadyBooked(`${same.family} ${same.given} ${same.patronymic}`, misSpokenTime(same.begins))
    : null;
}

async function answerWith(db: Queries, world: string, ticketGuid: string, full: boolean): Promise<Answer> {
  const ticket = await ticketBy(db, world, ticketGuid);
  const clinic = (await clinicsOf(db, world)).find(({ guid }) => guid === ticket?.clinic);
  if (!ticket || !clinic) throw new Error('the ticket just made is not there');
  const whole = ticketVisit(ticket, clinic);
  return {
    status: 200,
    body: full ? whole : { lpu: whole.lpu, num: whole.num, ticketGuid: whole.ticketGuid },
  };
}

async function takePlace(db: Queries, wish: Wish, lapsesAt: Date | null): Promise<string | null> {
  const [taken] = await db.query<{ used: number }>(
    'update cells set used = used + 1 where world = $1 and guid = $2 and used < plan returning used',
    [wish.world, wish.cell],
  );
  if (!taken) return null;
  const guid = randomUUID();
  await db.query(
    'insert into tickets (world, guid, cell, clinic, card, policy, num, made_at, lapses_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      wish.world,
      guid,
      wish.cell,
      wish.clinic,
      wish.card,
      wish.person.policy,
      String(taken.used).padStart(3, '0'),
      wish.now,
      lapsesAt,
    ],
  );
  return guid;
}

/** One patient's wishes are heard one after another: 4008 looks at tickets that another wish may be making. */
const oneAtATime = (db: Queries, { world, person }: Wish) =>
  db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify([world, person.policy])]);

/** Makes a visit of a hold; null where the hold lapsed or was given back since it was read. */
async function keepHold(db: Queries, { world, now }: Wish, hold: string): Promise<string | null> {
  const [kept] = await db.query<{ guid: string }>(
    'update tickets set guid = $3, lapses_at = null, made_at = $4 where world = $1 and guid = $2 returning guid',
    [world, hold, randomUUID(), now],
  );
  return kept?.guid ?? null;
}

/** Seed 002: keeps a place for some minutes. The place is taken by the database, never checked and then inserted. */
export const reserve = (store: Store, wish: Wish, minutes: number, full: boolean): Promise<Answer> =>
  store.transaction(async (db) => {
    await oneAtATime(db, wish);
    const mine = await ticketsOf(db, wish.world, wish.person.policy);
    const refused = refusal(wish, await findCell(db, wish.world, wish.cell), mine);
    if (refused) return refused;
    const held = await takePlace(db, wish, new Date(wish.now.getTime() + minutes * 60_000));
    return held ? answerWith(db, wish.world, held, full) : reserveAnswers['4009'];
  });

/** Turns the person's hold into a visit with a ticket of its own; a lapsed hold works while there is room. */
export const confirm = (store: Store, wish: Wish): Promise<Answer> =>
  store.transaction(async (db) => {
    await oneAtATime(db, wish);
    const mine = await ticketsOf(db, wish.world, wish.person.policy);
    const hold = mine.find(({ cell, lapses_at }) => cell === wish.cell && lapses_at !== null);
    const kept = hold ? await keepHold(db, wish, hold.guid) : null;
    if (kept) return answerWith(db, wish.world, kept, true);
    const refused = refusal(wish, await findCell(db, wish.world, wish.cell), mine);
    if (refused) return refused;
    const made = await takePlace(db, wish, null);
    return made ? answerWith(db, wish.world, made, true) : reserveAnswers['4009'];
  });
