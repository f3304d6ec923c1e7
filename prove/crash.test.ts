import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clinicGuid, doctors } from '#sandbox/store/seed-region.ts';
import { diceOf, type Dice } from './dice.ts';
import { rounds } from './rounds.ts';
import { killable, startTalon, type Killable, type Talon } from './talon.ts';
import { visitor, type Visitor } from './visitor.ts';
import { freeTimes, walk, type Attempt, type Wanted } from './walk.ts';

const kills = rounds(20, 200);
const seed = 20_261_123;
/** Within this long of the last restart nobody waits for an answer any more. */
const settledWithinMs = 60_000;
/** HOLD_MINUTES=1, and until the end of a hold is believed and seen, also where one look at it fails. */
const holdMs = 60_000;
const endedForSureMs = 25_000;
/** A reservation may have reached the clinic a minute after it was begun (server/operations/make-hold.ts). */
const reservationLagMs = 60_000;
/** What the end of a hold alone may prove is settled within this long of its start (docs/decisions/0029). */
const endProvedMs: Readonly<Record<string, number>> = {
  confirm: holdMs + endedForSureMs,
  hold: holdMs + reservationLagMs + endedForSureMs,
};
/** Whoever pressed again and again is asked to wait for a minute at most (server/plugins/bought/rate-limits.ts). */
const rateWindowMs = 61_000;
/** By then everything is settled that will be, and whoever still waits gives up. */
const patienceMs = Math.max(settledWithinMs, ...Object.values(endProvedMs));

const wish = (person: string, policy: string, clinic: number, family: string) => ({
  person,
  policy,
  clinicId: clinicGuid(clinic),
  doctorId: doctors.find((doctor) => doctor.family === family)?.guid ?? expect.unreachable(),
});

/** Who signs in, and what they want at the same time: one time a speciality, as the clinics demand (4008). */
const wishes: Readonly<Record<string, readonly Omit<Wanted, 'account'>[]>> = {
  pavel: [
    wish('self', '5000000000000002', 1, 'Ефимов'),
    wish('self', '5000000000000002', 1, 'Громов'),
    wish('self', '5000000000000002', 1, 'Яшина'),
  ],
  maria: [
    wish('self', '5000000000000003', 2, 'Власова'),
    wish('self', '5000000000000003', 1, 'Громов'),
    wish('self', '5000000000000003', 1, 'Яшина'),
    wish('child-1', '5000000000000004', 3, 'Нилова'),
    wish('child-2', '5000000000000005', 3, 'Сомов'),
    wish('child-2', '5000000000000005', 3, 'Нилова'),
  ],
  viktor: [wish('self', '5000000000000007', 1, 'Яшина'), wish('self', '5000000000000007', 1, 'Рябов')],
};

type Row = { id: string; kind: string; state: string; settled_at: Date | null; started_at: Date };
type Ticket = { guid: string; cell: string; policy: string; hold: boolean };

let talon: Talon;
const visitors = new Map<string, Visitor>();
const killed: Killable[] = [];
const attempts: Attempt[] = [];
/** Tickets that were there before anybody came. */
const old = new Set<string>();
let began = 0;
/** How many writes people have begun. */
let begun = 0;
let lastRestart = 0;

/** A moment when something was just begun, or, where everybody waits, some moment. */
async function someMoment(dice: Dice) {
  const target = begun + dice.whole(1, 5);
  const latest = Date.now() + dice.whole(500, 2_000);
  while (begun < target && Date.now() < latest) await pause(5);
  await pause(dice.whole(0, 100));
}

async function killByChance() {
  const dice = diceOf(seed);
  while (killed.length < kills) {
    await someMoment(dice);
    const victim = dice.one(killable);
    await talon.kill(victim);
    await talon.restart(victim);
    killed.push(victim);
    lastRestart = Date.now();
  }
}

beforeAll(async () => {
  talon = await startTalon();
  for (const { guid } of await tickets()) old.add(guid);
  let over = false;
  const onBegin = () => (begun += 1);
  const enough = () => over && Date.now() > lastRestart + patienceMs;
  const walks: (() => Promise<Attempt[]>)[] = [];
  for (const [account, wanted] of Object.entries(wishes)) {
    const who = visitor(talon.address);
    await who.signIn(account);
    visitors.set(account, who);
    for (const each of wanted.map((one) => ({ account, ...one }))) {
      const times = await freeTimes(who, each, new Date());
      const dice = diceOf(seed + walks.length + 1);
      walks.push(() => walk(each, { visitor: who, times, dice, onBegin, isOver: () => over, enough }));
    }
  }
  began = Date.now();
  const walking = Promise.all(walks.map((start) => start()));
  await killByChance();
  over = true;
  attempts.push(...(await walking).flat());
}, 1_800_000);

afterAll(() => talon?.stop());

const tickets = async () =>
  (
    await talon.rows<Ticket>(
      'sandbox',
      `select guid, cell, policy, lapses_at is not null as hold from tickets where world = 'main' and (lapses_at is null or lapses_at > now())`,
    )
  ).filter(({ guid }) => !old.has(guid));
const placeOf = ({ policy, cell }: Pick<Ticket, 'policy' | 'cell'>) => `${policy} ${cell}`;
const placeWanted = ({ policy, slotId }: Attempt) => placeOf({ policy, cell: slotId });
const toldOf = ({ hold, confirm, cancels }: Attempt) => [hold, ...(confirm ? [confirm] : []), ...cancels];
const isOpen = (attempt: Attempt) => toldOf(attempt).some(({ ended }) => ended.state === 'open');
/** A cancel that was refused has left the booking as it was. */
const isBooked = ({ confirm, cancels }: Attempt) =>
  confirm?.ended.state === 'confirmed' && cancels.every(({ ended }) => ended.state === 'refused');

test(`people book and cancel while ${kills} times a server, a sandbox or a PostgreSQL is killed`, async ({
  annotate,
}) => {
  expect(new Set(killed)).toEqual(new Set(killable));
  const told = attempts.flatMap(toldOf);
  const unanswered = told.filter(({ ended }) => ended.unanswered > 0).length;
  const count = (state: string) => told.filter(({ ended }) => ended.state === state).length;
  await annotate(
    `seed ${seed}, ${Math.round((lastRestart - began) / 1000)} s of kills: ${told.length} writes, ${unanswered} of them lost an answer; ${count('confirmed')} confirmed, ${count('refused')} refused, ${count('open')} open at the end`,
  );
  expect(Math.min(unanswered, count('confirmed'))).toBeGreaterThan(kills / 4);
});

test('no booking that somebody was told of is lost, and none is there that nobody knows of', async () => {
  const there = (await tickets()).filter(({ hold }) => !hold);
  const guids = new Set(there.map(({ guid }) => guid));
  const told = new Set(attempts.filter(isBooked).map(({ confirm }) => confirm?.ended.booking?.id));
  expect([...told].filter((id) => !guids.has(id ?? 'none'))).toEqual([]);
  const waitedFor = new Set(attempts.filter(isOpen).map(placeWanted));
  expect(there.filter((ticket) => !told.has(ticket.guid) && !waitedFor.has(placeOf(ticket)))).toEqual([]);
});

test('no time is given twice to one person', async () => {
  const places = (await tickets()).map(placeOf);
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
});

test('nothing is there that was refused', async () => {
  const there = await tickets();
  const kept = new Set(there.map(placeOf));
  // A refused confirmation may leave the hold as it was, until that ends by itself.
  const visits = new Set(there.filter(({ hold }) => !hold).map(placeOf));
  const wrongs = attempts.filter(
    (attempt) =>
      (attempt.hold.ended.state === 'refused' && kept.has(placeWanted(attempt))) ||
      (attempt.confirm?.ended.state === 'refused' && visits.has(placeWanted(attempt))),
  );
  expect(wrongs).toEqual([]);
});

test(`every row of the journal was settled within ${settledWithinMs / 1000} s of the last restart, or of what proves it`, async () => {
  const rows = await talon.rows<Row>(
    'portal',
    'select id, kind, state, started_at, settled_at from operations',
  );
  const late = rows.filter(({ kind, started_at, settled_at }) => {
    const latest = Math.max(lastRestart + settledWithinMs, started_at.getTime() + (endProvedMs[kind] ?? 0));
    return started_at.getTime() < lastRestart && (settled_at?.getTime() ?? Infinity) > latest;
  });
  expect(late).toEqual([]);
});

test('the same key is answered the same after all of it', { timeout: 2 * rateWindowMs }, async () => {
  const until = Date.now() + rateWindowMs;
  const again = await Promise.all(
    attempts.flatMap((attempt) =>
      toldOf(attempt)
        .filter(({ ended }) => ended.state !== 'open')
        .map(async ({ write, ended }) => {
          const { operation, state } =
            (await visitors.get(attempt.account)?.write(write, () => Date.now() > until)) ?? ended;
          return { path: write.path, before: [ended.operation, ended.state], after: [operation, state] };
        }),
    ),
  );
  expect(again.filter(({ before, after }) => String(before) !== String(after))).toEqual([]);
});
