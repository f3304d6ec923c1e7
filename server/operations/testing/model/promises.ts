import type { OperationKind } from '#contract/operation.ts';
import type { OperationRow } from '#server/store/schema.ts';
import type { Portal } from './portal.ts';
import { policyOf } from './portal.ts';

const second = 1_000;
const hour = 3_600 * second;

function promise(kept: boolean, what: string, ...about: unknown[]): void {
  if (!kept) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

const kindOf: Readonly<Record<string, OperationKind>> = {
  reserve: 'hold',
  confirm: 'confirm',
  release: 'release',
  cancel: 'cancel',
};
const targetsBySend = new Set(['reserve', 'cancel']);

/** No write leaves without its row. */
export async function expectRow({ bench }: Portal, sent: string): Promise<void> {
  const [verb = '', target = ''] = sent.split(' ');
  const rows = await bench.db
    .selectFrom('operations')
    .select('target')
    .where('state', 'in', ['started', 'unknown'])
    .where('kind', '=', kindOf[verb] ?? 'hold')
    .execute();
  const own = rows.some((row) => !targetsBySend.has(verb) || row.target === target);
  promise(own, 'sent without a row in the journal', sent);
}

/** Of a clinic: what stands in it is never more than it has room for, and one person has one place in a cell. */
export function expectRoom({ world }: Portal): void {
  for (const { id, capacity } of world.clinic.slots) {
    const inSlot = world.clinic.standing().filter(({ slotId }) => slotId === id);
    promise(inSlot.length <= capacity, 'more tickets than places', id, inSlot);
    const people = new Set(inSlot.map(({ policy }) => policy));
    promise(people.size === inSlot.length, 'two places for one person', id, inSlot);
  }
}

/** What was just said is true of the clinic at this moment. */
export async function expectTruth(portal: Portal): Promise<void> {
  for (const { id } of portal.announced.splice(0)) {
    const row = await portal.bench.journal.rows.byId(id);
    if (row?.state === 'confirmed') await expectThere(portal, row);
    if (row?.state === 'refused') await expectNotThere(portal, row);
  }
}

const standingOf = ({ world }: Portal, patient: string) =>
  world.clinic.standing().filter(({ policy }) => policy === policyOf(patient));
const holds = ({ bench }: Portal) => bench.db.selectFrom('holds').selectAll().execute();

async function expectThere(portal: Portal, row: OperationRow): Promise<void> {
  const { booking, hold } = portal.bench.journal.rows.operationOf(row);
  const standing = standingOf(portal, row.patient);
  const now = portal.clock.now();
  const kept = (await holds(portal)).find(({ id }) => id === hold?.id);
  const over = !kept || kept.kept_until <= now;
  switch (row.kind) {
    case 'hold': {
      const there = standing.some(({ slotId }) => slotId === row.target);
      promise(there || over || kept.state !== 'held', 'a hold that is not there', row, standing);
      return;
    }
    case 'confirm': {
      const there = standing.some(({ id, holdEnds }) => id === booking?.id && holdEnds === null);
      promise(there, 'a visit that is not there', row, booking?.id, standing);
      return;
    }
    case 'release':
      promise(over || standing.every(({ id }) => id !== kept.ticket), 'given back, and kept', row);
      return;
    default:
      promise(!standing.some(({ id }) => `clinic-visits/${id}` === row.target), 'cancelled, and on', row);
  }
}

const saysNotMade = new Set(['portal.not-made', 'portal.not-sent', 'mis.reserve.taken']);
const saysStillOn = new Set(['portal.still-on', 'portal.not-sent']);
/** After this a reservation cannot be told from a visit that was arranged elsewhere. */
const tellable = 11 * 60 * second;

async function expectNotThere(portal: Portal, row: OperationRow): Promise<void> {
  const failure = portal.bench.journal.rows.operationOf(row).report?.failure ?? '';
  const standing = standingOf(portal, row.patient);
  const kept = await holds(portal);
  const young = portal.clock.now().getTime() - row.started_at.getTime() < tellable;
  if (row.kind === 'hold' && saysNotMade.has(failure) && young) {
    const known = new Set(kept.map(({ ticket }) => ticket));
    const hidden = standing.filter(
      ({ id, slotId, holdEnds }) => slotId === row.target && holdEnds !== null && !known.has(id),
    );
    promise(hidden.length === 0, 'a refused hold that is there', row, hidden);
  }
  if (row.kind === 'confirm' && saysNotMade.has(failure)) {
    const slot = kept.find(({ id }) => id === row.target)?.slot;
    const visits = standing.filter(({ slotId, holdEnds }) => slotId === slot && holdEnds === null);
    const booked = kept.some(({ slot: other, state }) => other === slot && state === 'confirmed');
    promise(visits.length === 0 || booked, 'a refused visit that is there', row, visits);
  }
  if (row.kind === 'cancel' && saysStillOn.has(failure))
    promise(
      standing.some(({ id }) => `clinic-visits/${id}` === row.target),
      'said to be on, and gone',
      row,
    );
}

/** Lets everything be settled: all can be read, what was delayed happens after everybody gave it up, and a day goes by. */
export async function settleAll(portal: Portal): Promise<void> {
  portal.world.script.readable = true;
  portal.world.script.behave();
  const wait = async (milliseconds: number) => {
    portal.clock.advance(milliseconds);
    await portal.round();
    await expectTruth(portal);
  };
  for (const seconds of [10, 10, 15, 180, 720]) await wait(seconds * second);
  portal.world.script.commitLate();
  for (let hours = 0; hours < 26; hours += 1) await wait(hour);
}

/** When everything is settled, the journal, the list and the clinic say the same. */
export async function expectAgreement(portal: Portal): Promise<void> {
  const rows = await portal.bench.db.selectFrom('operations').selectAll().execute();
  const open = rows.filter(
    ({ state, next_look_at }) => state === 'started' || state === 'unknown' || next_look_at,
  );
  promise(open.length === 0, 'never settled', open);
  promise(
    !(await holds(portal)).some(({ state }) => state === 'settling'),
    'a hold that is settling for ever',
  );

  const confirmed = rows.filter(({ state }) => state === 'confirmed');
  const attempts = rows.reduce((sum, row) => sum + row.attempts, 0);
  promise(portal.world.script.sent.length <= attempts, 'sent more often than written down', rows);

  for (const who of ['anna', 'boris'] as const) {
    const visits = standingOf(portal, `patient-${who}`).map(({ id }) => id);
    const listed = (await portal.listed(who)).filter(({ status }) => status.kind === 'booked');
    const ids = listed.map(({ id }) => id);
    promise(
      ids.toSorted().join() === visits.toSorted().join(),
      'the list and the clinic differ',
      ids,
      visits,
    );
    const told = confirmed.map((row) => portal.bench.journal.rows.operationOf(row).booking?.id);
    for (const visit of visits) promise(told.includes(visit), 'a visit that nobody was told of', visit, rows);
  }
  const standing = new Set(portal.world.clinic.standing().map(({ id }) => `clinic-visits/${id}`));
  for (const { target } of rows.filter(({ kind }) => kind === 'cancel')) {
    const cancelled = confirmed.some((row) => row.kind === 'cancel' && row.target === target);
    promise(cancelled !== standing.has(target), 'a cancel and the clinic differ', target);
  }
}
