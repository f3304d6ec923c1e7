import type { Booking, Source } from '#contract/booking.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { BookingSource, Upstreams } from '#server/upstreams/kit/ports.ts';
import { foundIn } from '#server/upstreams/kit/found-in.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { absent, listed, type Reading } from '#server/upstreams/kit/reading.ts';
import { unreadableIn, withUnreadable, type Rows } from '#server/upstreams/kit/rows.ts';
import { withWho } from './cancelled-by.ts';
import { heldTickets, noteListed } from './hold-rows.ts';
import { knownRequest, listRequests } from './known-requests.ts';
import type { OperationDeps } from './operation-deps.ts';
import type { CancelledBooking } from './open-row.ts';
import { PortalFailure } from './portal-failure.ts';
import { isUnsettledHold } from './unsettled-holds.ts';

const sourceOf = (upstreams: Upstreams, source: Exclude<Source, 'requests'>): BookingSource => {
  const found = {
    'clinic-visits': upstreams.clinicVisits,
    'home-calls': upstreams.homeCalls,
    visits: upstreams.visits,
  }[source];
  if (!found) throw new PortalFailure('portal.not-found');
  return found;
};

/** A list may lag so long behind a cancel before it contradicts one. */
const lagMs = 60_000;

/** What is listed as active long after its cancel was confirmed was not cancelled, whatever was said. */
async function correct(
  { journal }: OperationDeps,
  cancelled: readonly CancelledBooking[],
  listed: readonly Booking[],
  now: Date,
): Promise<void> {
  for (const { operation, settledAt, booking } of cancelled) {
    const active = listed.find(
      ({ source, id, status }) =>
        source === booking?.source &&
        id === booking.id &&
        (status.kind === 'booked' || status.kind === 'new'),
    );
    if (active && settledAt && now.getTime() - settledAt.getTime() > lagMs)
      await journal.contradict(operation, active);
  }
}

async function listClinicVisits(
  deps: OperationDeps,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Rows<Booking>> {
  const [listed, held, cancelled, isUnsettled] = await Promise.all([
    sourceOf(deps.upstreams, 'clinic-visits').list(patient, now),
    heldTickets(deps, pseudonym, now),
    deps.journal.rows.cancelled(pseudonym),
    isUnsettledHold(deps, pseudonym, now),
  ]);
  await correct(deps, cancelled, listed, now);
  const gone = cancelled.flatMap(({ booking }) =>
    booking?.kind === 'clinic-visit' && !listed.some(({ id }) => id === booking.id)
      ? [{ ...booking, person: patient.ref }]
      : [],
  );
  const holds = listed.flatMap(({ id }) => (held.has(id) ? [id] : []));
  if (holds.length > 0) await noteListed(deps, pseudonym, holds);
  const visits = listed.filter((one) => !held.has(one.id) && !isUnsettled(one));
  return withUnreadable([...visits, ...gone], unreadableIn(listed));
}

/**
 * Everything of one source for one patient, with the number of records that could not be read. Throws `ReadFailure` when
 * the upstream does not answer.
 */
export async function listBookings(
  deps: OperationDeps,
  source: Source,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Rows<Booking>> {
  if (source === 'clinic-visits') return listClinicVisits(deps, patient, pseudonym, now);
  const listed = await (source === 'requests'
    ? listRequests(deps, patient, pseudonym, now)
    : sourceOf(deps.upstreams, source).list(patient, now));
  const cancelled = await deps.journal.rows.cancelled(pseudonym);
  await correct(deps, cancelled, listed, now);
  const told = withWho(
    listed,
    cancelled.map(({ booking }) => booking),
  );
  return withUnreadable(told, unreadableIn(listed));
}

/** One booking of this patient. Not there and not theirs are the same failure. */
export async function findBooking(
  deps: OperationDeps,
  source: Source,
  id: string,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Booking> {
  if (source === 'requests') return findRequest(deps, id, patient, pseudonym, now);
  const bookings = await listBookings(deps, source, patient, pseudonym, now);
  const booking = foundIn(bookings, (candidate) => candidate.id === id);
  if (!booking) throw new PortalFailure('portal.not-found');
  return booking;
}

/** One request is one call: what becomes of the others does not matter to it. */
async function findRequest(
  deps: OperationDeps,
  id: string,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Booking> {
  const known = await knownRequest(deps, patient, pseudonym, id);
  const read = known && (await deps.upstreams.requests?.read(patient, known, now));
  if (!read) throw new PortalFailure('portal.not-found');
  const cancelled = await deps.journal.rows.cancelled(pseudonym);
  await correct(deps, cancelled, [read], now);
  const [told = read] = withWho(
    [read],
    cancelled.map(({ booking }) => booking),
  );
  return told;
}

/** Reads a booking from the upstream itself: what resolves an unknown outcome. Connect's 404 is its own word about this id. */
export async function rereadBooking(
  deps: OperationDeps,
  before: Booking,
  patient: Patient,
  pseudonym: string,
  now: Date,
): Promise<Reading> {
  if (before.source !== 'requests') return sourceOf(deps.upstreams, before.source).read(patient, before, now);
  const known = await knownRequest(deps, patient, pseudonym, before.id);
  if (!deps.upstreams.requests) throw new ReadFailure(sourceUnavailable);
  if (!known) return absent(false);
  const booking = await deps.upstreams.requests.read(patient, known, now);
  return booking ? listed(booking) : absent(true);
}
