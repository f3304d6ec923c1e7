import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { reserveAnswers } from '#sandbox/mis/mis-answers.ts';
import { cancelVisit } from '#sandbox/mis/mis-cancel.ts';
import { confirm, reserve, type Wish } from '#sandbox/mis/mis-reserve.ts';
import { lapseHolds } from '#sandbox/mis/mis-tickets.ts';
import { demoPeople } from '#sandbox/people/people.ts';
import type { Answer } from '#sandbox/scenarios/witness.ts';
import { clinicGuid, doctors } from '#sandbox/store/seed-region.ts';
import { openStore, type Store } from '#sandbox/store/store.ts';
import { openWorlds } from '#sandbox/store/worlds.ts';
import { startPostgres, type ThrowAwayPostgres } from '../tools/postgres.mjs';
import { rounds } from './rounds.ts';

const world = 'race';
const now = new Date('2026-11-23T09:00:00Z');
const minutes = 10;
const later = new Date(now.getTime() + (minutes + 1) * 60_000);
const clients = Array.from({ length: 20 }, (_, index) => index);
const place = { world, now, clinic: clinicGuid(1), ageCategory: null } as const;

let postgres: ThrowAwayPostgres;
let store: Store;

beforeAll(async () => {
  postgres = await startPostgres();
  store = await openStore({ databaseUrl: await postgres.createDatabase('race') });
  await openWorlds(store, () => now).enter(world);
});

afterAll(async () => {
  await store?.close();
  await postgres?.stop();
});

/** New cells, all in one doctor's diary. */
async function cellsWith(plan: number, count: number): Promise<string[]> {
  const rows = await store.query<{ guid: string }>(
    `insert into cells (world, guid, doctor, begins, ends, plan, rights)
     select $1, gen_random_uuid(), $2, begins, begins + interval '1 minute', $3, 'Internet'
     from generate_series(1, $4::int) n, lateral (select $5::timestamptz + n * interval '1 minute') as time (begins)
     returning guid`,
    [world, doctors[1]?.guid, plan, count, later],
  );
  return rows.map(({ guid }) => guid);
}

/** Somebody whom nobody has met before: a policy and a card of their own. */
function wishOfSomebodyFor(cell: string): Wish {
  const [, pavel] = demoPeople(now);
  if (!pavel) throw new Error('nobody is called Pavel');
  const card = randomUUID();
  return { ...place, cell, card, person: { ...pavel, policy: randomUUID(), cards: [card] } };
}

const codeOf = ({ status, body }: Answer) =>
  status === 200 ? 'won' : z.object({ message_code: z.string() }).parse(body).message_code;

/** How many got which answer: `1 won, 19 4009`. */
function tallyOf(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers.toSorted().toReversed()) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].map(([answer, count]) => `${count} ${answer}`).join(', ');
}

/** Cells whose own count is not the number of their tickets, or that gave out more than they have. */
const brokenCells = () =>
  store.query(
    `select c.guid, c.plan, c.used, count(t.guid)::int as tickets from cells c left join tickets t on t.world = c.world and t.cell = c.guid
     where c.world = $1 group by c.world, c.guid having c.used <> count(t.guid) or count(t.guid) > c.plan`,
    [world],
  );

/** Plays the rounds one after another and answers how often each tally came out. */
async function play(cells: readonly string[], round: (cell: string) => Promise<readonly string[]>) {
  const outcomes: Record<string, number> = {};
  for (const cell of cells) {
    const tally = tallyOf(await round(cell));
    outcomes[tally] = (outcomes[tally] ?? 0) + 1;
  }
  return outcomes;
}

const everybody = (cell: string, take: (wish: Wish) => Promise<Answer>) =>
  Promise.all(clients.map(async () => codeOf(await take(wishOfSomebodyFor(cell)))));
const hold = (wish: Wish) => reserve(store, wish, minutes, true);

test(`twenty people want one place, ${rounds(1_000)} times: one gets it, and nineteen hear 4009`, async () => {
  const outcomes = await play(await cellsWith(1, rounds(1_000)), (cell) => everybody(cell, hold));
  expect(outcomes).toEqual({ '1 won, 19 4009': rounds(1_000) });
  expect(await brokenCells()).toEqual([]);
});

test(`three places change hands while twenty people want them, ${rounds(100)} times: nothing is lost or given twice`, async () => {
  const outcomes = await play(await cellsWith(3, rounds(100)), async (cell) => {
    const watched = watch(cell);
    const kept = (await Promise.all(clients.map((index) => keepOrChange(cell, index % 2 === 0)))).flat();
    const seen = await watched.end();
    expect(seen.filter(({ used, tickets }) => used !== tickets || used > 3)).toEqual([]);
    const tickets = await store.query<{ guid: string }>(
      'select guid from tickets where world = $1 and cell = $2',
      [world, cell],
    );
    // What people were told is what there is.
    expect(tickets.map(({ guid }) => guid).sort()).toEqual(kept.sort());
    // And what nobody kept is still to be had.
    const late = (await everybody(cell, hold)).filter((code) => code === 'won');
    return Array.from({ length: kept.length + late.length }, () => 'taken');
  });
  expect(outcomes).toEqual({ '3 taken': rounds(100) });
  expect(await brokenCells()).toEqual([]);
});

/** Reserves, and with `change` gives the place back and wants it again. Answers the tickets that this person has. */
async function keepOrChange(cell: string, change: boolean): Promise<string[]> {
  const wish = wishOfSomebodyFor(cell);
  const first = await hold(wish);
  if (first.status !== 200) return [];
  const ticket = ticketOf(first);
  if (!change) return [ticket];
  const cancelled = await cancelVisit(
    store,
    { world, now, bearer: { kind: 'cod', person: wish.person, card: wish.card, clinic: null } },
    { clinic: wish.clinic, ticket, exam: undefined, externalUserId: undefined },
  );
  expect(cancelled).toEqual({ status: 200 });
  const second = await hold(wish);
  return second.status === 200 ? [ticketOf(second)] : [];
}

const ticketOf = ({ body }: Answer) => z.object({ ticketGuid: z.string() }).parse(body).ticketGuid;

/** Looks at a cell again and again, each time in one statement, until it is told to end. */
function watch(cell: string) {
  type Sight = { used: number; tickets: number };
  let over = false;
  const looking = (async () => {
    const seen: Sight[] = [];
    while (!over)
      seen.push(
        ...(await store.query<Sight>(
          'select c.used, (select count(*)::int from tickets t where t.world = c.world and t.cell = c.guid) as tickets from cells c where world = $1 and guid = $2',
          [world, cell],
        )),
      );
    return seen;
  })();
  return {
    end: () => {
      over = true;
      return looking;
    },
  };
}

test(`holds lapse while they are given back and confirmed, ${rounds(50)} times: every place is counted once`, async () => {
  const outcomes = await play(await cellsWith(20, rounds(50)), async (cell) => {
    const wishes = clients.map(() => wishOfSomebodyFor(cell));
    const held = await Promise.all(
      wishes.map(async (wish) => ({ wish, ticket: ticketOf(await hold(wish)) })),
    );
    const answers = await Promise.all(
      held.map(async ({ wish, ticket }, index) => {
        if (index % 4 === 0) return lapseHolds(store, world, later).then(() => 'lapsed');
        const { person, card, clinic } = wish;
        if (index % 4 === 1) return codeOf(await confirm(store, { ...wish, now: later }));
        const bearer = { kind: 'cod', person, card, clinic: null } as const;
        await cancelVisit(
          store,
          { world, now: later, bearer },
          { clinic, ticket, exam: undefined, externalUserId: undefined },
        );
        return 'given back';
      }),
    );
    return answers;
  });
  expect(outcomes).toEqual({ '5 won, 5 lapsed, 10 given back': rounds(50) });
  expect(await brokenCells()).toEqual([]);
});

test(`one patient wants twenty times of one speciality at once, ${rounds(50)} times: one visit, and nineteen hear 4008`, async () => {
  const outcomes = await play(await cellsWith(1, rounds(50)), async (cell) => {
    const { person, card } = wishOfSomebodyFor(cell);
    const times = await cellsWith(1, clients.length);
    return Promise.all(times.map(async (time) => codeOf(await hold({ ...place, cell: time, card, person }))));
  });
  expect(outcomes).toEqual({ '1 won, 19 4008': rounds(50) });
});

test('looking before taking books twice: this race catches it', async () => {
  const lookThenTake = ({ cell, card, clinic, person }: Wish) =>
    store.transaction(async (db): Promise<Answer> => {
      const [there] = await db.query<{ free: boolean }>(
        'select c.plan > (select count(*) from tickets t where t.world = c.world and t.cell = c.guid) as free from cells c where world = $1 and guid = $2',
        [world, cell],
      );
      if (!there?.free) return reserveAnswers['4009'];
      await db.query(
        'insert into tickets (world, guid, cell, clinic, card, policy, num, made_at) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)',
        [world, cell, clinic, card, person.policy, '001', now],
      );
      return { status: 200 };
    });
  const { '1 won, 19 4009': right = 0, ...wrong } = await play(await cellsWith(1, 50), (cell) =>
    everybody(cell, lookThenTake),
  );
  expect(wrong, `${right} rounds of 50 went well`).not.toEqual({});
});
