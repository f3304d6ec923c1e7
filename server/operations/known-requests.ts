import pLimit from 'p-limit';
import { booking, type Booking } from '#contract/booking.ts';
import type { KnownRequestRow } from '#server/store/schema.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { KnownRequest } from '#server/upstreams/kit/ports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { withUnreadable, type Rows } from '#server/upstreams/kit/rows.ts';
import type { Selectable } from 'kysely';
import { worldOf, type OperationDeps } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';

/** Connect has no list: each request is one call. So many are asked at once for one patient, so that others get their turn. */
const atOnce = 4;
/** So many of a patient's that are not over are asked at all, newest first; the rest is said not to be shown. */
const askedAtMost = 24;

/** What is over stays as it was: it is kept, and not asked again. */
const isOver = ({ status }: Booking) =>
  status.kind === 'cancelled' || status.kind === 'completed' || status.kind === 'missed';

type Deps = Pick<OperationDeps, 'db' | 'vault' | 'upstreams'>;
type Row = Selectable<KnownRequestRow>;

const knownFrom = (row: Row): KnownRequest => ({
  requestId: row.request_id,
  orderId: row.order_id,
  dateFrom: row.date_from,
  appointmentLocation: row.appointment_location,
});

const rowsOf = ({ db }: Pick<Deps, 'db'>, patient: Patient, pseudonym: string) =>
  db
    .selectFrom('known_requests')
    .selectAll()
    .where('patient', '=', pseudonym)
    .where('world', '=', worldOf(patient));

/** One request that Talon's own journal knows to be this patient's: Connect's 404 does not tell whose one is. */
export async function knownRequest(
  deps: Pick<Deps, 'db'>,
  patient: Patient,
  pseudonym: string,
  id: string,
): Promise<KnownRequest | null> {
  const row = /^\d{1,9}$/.test(id)
    ? await rowsOf(deps, patient, pseudonym).where('request_id', '=', Number(id)).executeTakeFirst()
    : undefined;
  return row ? knownFrom(row) : null;
}

/** Everything of a patient's requests, with how many are not shown. Throws `ReadFailure` where Connect itself does not answer. */
export async function listRequests(
  deps: Deps,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Rows<Booking>> {
  const { requests } = deps.upstreams;
  if (!requests) throw new PortalFailure('portal.not-found');
  const rows = await rowsOf(deps, patient, pseudonym).orderBy('asked_at', 'desc').execute();
  const over = rows.flatMap((row) => keptOf(deps, row, patient) ?? []);
  const open = rows.filter((row) => row.final === null);
  const asked = open.slice(0, askedAtMost);
  const limit = pLimit(atOnce);
  const readings = await Promise.allSettled(
    asked.map((row) => limit(() => requests.read(patient, knownFrom(row), now))),
  );
  const failed = readings.flatMap((reading) => (reading.status === 'rejected' ? [reading.reason] : []));
  for (const reason of failed)
    // Where none could be read, Connect itself does not answer.
    if (!(reason instanceof ReadFailure) || failed.length === readings.length) throw reason;
  const read = readings.flatMap((reading) =>
    reading.status === 'fulfilled' && reading.value !== null ? [reading.value] : [],
  );
  await Promise.all(read.filter(isOver).map((one) => keep(deps, patient, one)));
  return withUnreadable([...read, ...over], failed.length + (open.length - asked.length));
}

/** The requests of one order that are not over yet. Throws `ReadFailure` where Connect does not say. */
export async function openRequestsOf(
  deps: Deps,
  patient: Patient,
  { pseudonym, orderId, now }: { pseudonym: string; orderId: number; now: Date },
): Promise<Booking[]> {
  const { requests } = deps.upstreams;
  if (!requests) throw new PortalFailure('portal.not-found');
  const rows = await rowsOf(deps, patient, pseudonym)
    .where('order_id', '=', orderId)
    .where('final', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(askedAtMost)
    .execute();
  const limit = pLimit(atOnce);
  const read = await Promise.all(rows.map((row) => limit(() => requests.read(patient, knownFrom(row), now))));
  return read.filter((one) => one !== null).filter((one) => !isOver(one));
}

function keptOf({ vault }: Deps, row: Row, patient: Patient): Booking | null {
  const parsed = booking.safeParse(row.final === null ? null : vault.open(row.final));
  return parsed.success ? { ...parsed.data, person: patient.ref } : null;
}

const keep = ({ db, vault }: Deps, patient: Patient, one: Booking) =>
  db
    .updateTable('known_requests')
    .set({ final: vault.seal(one) })
    .where('world', '=', worldOf(patient))
    .where('request_id', '=', Number(one.id))
    .execute();
