import { answer } from '#server/upstreams/kit/testing/stub-upstream.ts';
import { cancelBooking } from '../../cancel-booking.ts';
import { confirmHold } from '../../confirm-hold.ts';
import { makeHold } from '../../make-hold.ts';
import type { OperationDeps } from '../../operation-deps.ts';
import { releaseHold } from '../../release-hold.ts';
import { asked, slotInput } from '../bench.ts';
import {
  coded,
  faults,
  said,
  type Means,
  type Read,
  type Reply,
  type Standing,
  type Write,
} from './write.ts';

const slot = '11111111-1111-4111-8111-111111111111';
const held = '22222222-2222-4222-8222-222222222222';
const visit = '33333333-3333-4333-8333-333333333333';
const otherVisit = '55555555-5555-4555-8555-555555555555';
const call = '44444444-4444-4444-8444-444444444444';
const holdEnds = Date.parse('2026-11-23T08:10:00.000Z');

const lpu = { guid: 'clinic-1', name: 'Поликлиника № 1' };
const moments = { beginTime: '2026-11-25T12:00:00+03:00', endTime: '2026-11-25T12:15:00+03:00' };
const ticket = (ticketGuid: string) => ({ lpu, num: '007', ticketGuid, timeTableGuid: slot, ...moments });
/** A visit in another cell: it shows that the clinic's list came. */
const elsewhere = { ...ticket(otherVisit), timeTableGuid: otherVisit };
const wireCall = (status: number) => ({
  callDoctorGuid: call,
  dateCall: '2026-11-24T10:00:00+03:00',
  status,
});
const cell = {
  status: 'Available',
  flagAccess: 'internet',
  count: 2,
  usedCount: 0,
  timeTableGuid: slot,
  ...moments,
};

/** Everything but the list that a write is settled by. */
const around = (route: string) => {
  if (/^GET \/auth\/(cod|rpgu)\/token$/.test(route)) return answer(200, { token: 't' });
  return /\/schedule\//.test(route) ? answer(200, [cell]) : null;
};
const list =
  (path: string, items: (standing: Standing, now: Date) => unknown[]): Read =>
  (route, standing, now) => {
    if (route !== `GET ${path}`) return around(route);
    return standing === 'unreadable' ? answer(500) : answer(200, items(standing, now));
  };

const token = (operation: 'mis.cancel-visit' | 'mis.cancel-call' | 'mis.reserve'): Reply[] => [
  coded(403, '5007', { is: 'refused', failure: `${operation}.token-expired`, renewed: true }),
  coded(403, '5008', { is: 'refused', failure: `${operation}.token-malformed` }),
  coded(403, '5009', { is: 'refused', failure: `${operation}.signature-wrong` }),
  coded(403, '5010', { is: 'refused', failure: `${operation}.token-missing` }),
  coded(400, '4999', { is: 'refused', failure: `${operation}.unrecognised` }),
];

const cancelVisit: Write = {
  name: 'cancel a clinic visit',
  route: 'DELETE /visit/clinic-1',
  replies: [
    { name: '200', play: answer(200), means: { is: 'done' } },
    coded(400, '4010', { is: 'refused', failure: 'mis.cancel-visit.time-passed' }),
    coded(400, '4026', { is: 'refused', failure: 'mis.cancel-visit.linked-home-call' }),
    coded(400, '4027', { is: 'refused', failure: 'mis.cancel-visit.part-of-check-up' }),
    coded(400, '4086', { is: 'refused', failure: 'mis.cancel-visit.other-person', renewed: true }),
    coded(404, '5068', { is: 'may be done', failure: 'mis.cancel-visit.not-found' }),
    ...token('mis.cancel-visit'),
    ...faults,
  ],
  // Another visit of the clinic shows that its list came; an empty list shows nothing.
  read: list('/visit', (standing) => {
    if (standing === 'absent') return [];
    return standing === 'before' ? [ticket(visit), ticket(otherVisit)] : [ticket(otherVisit)];
  }),
  ask: (deps, key) => cancelBooking(deps, asked({ key }), 'clinic-visits', visit, { person: 'me' }),
  policy: {
    repeats: true,
    absentIsDone: false,
    notFoundMayLag: true,
    notDone: 'portal.still-on',
    absent: 'portal.outcome-lost',
  },
};

const cancelCall: Write = {
  name: 'cancel a home call',
  route: `DELETE /api/v2/iemk/doctors/visit/${call}`,
  replies: [
    coded(200, '2000', { is: 'done' }),
    coded(400, '4021', { is: 'refused', failure: 'mis.cancel-call.time-passed' }),
    coded(400, '4022', { is: 'may be done', failure: 'mis.cancel-call.not-active' }),
    coded(400, '4023', { is: 'refused', failure: 'mis.cancel-call.other-card' }),
    coded(404, '5068', { is: 'may be done', failure: 'mis.cancel-call.not-found' }),
    coded(500, '5023', { is: 'unknown', failure: 'mis.cancel-call.not-confirmed', triedInVain: true }),
    said(415, {}, { is: 'refused', failure: 'mis.cancel-call.content-type' }),
    said(200, {}, { is: 'unknown' }),
    coded(200, '2001', { is: 'unknown' }),
    ...token('mis.cancel-call'),
    ...faults,
  ],
  read: list('/calldoctor', (standing) => {
    if (standing === 'absent') return [];
    return [wireCall(standing === 'done' ? 3 : 1)];
  }),
  ask: (deps, key) =>
    cancelBooking(deps, asked({ key }), 'home-calls', call, { person: 'me', reasonCode: 1 }),
  policy: {
    repeats: false,
    absentIsDone: false,
    notDone: 'portal.still-on',
    absent: 'portal.outcome-lost',
  },
};

const reserved: Means = { is: 'done' };
const reserveReplies = (done: Reply): Reply[] => [
  done,
  coded(400, '4036', { is: 'refused', failure: 'mis.reserve.nothing-chosen' }),
  coded(400, '4005', { is: 'refused', failure: 'mis.reserve.childrens-clinic' }),
  coded(400, '4007', { is: 'refused', failure: 'mis.reserve.registry-only' }),
  coded(400, '4008', { is: 'refused', failure: 'mis.reserve.already-booked' }),
  coded(400, '4009', { is: 'refused', failure: 'mis.reserve.taken' }),
  coded(400, '4029', { is: 'refused', failure: 'mis.reserve.age-limit' }),
  said(200, {}, { is: 'unknown' }),
  { ...said(200, { ...ticket(held), timeTableGuid: visit }, { is: 'unknown' }), name: "200, another's cell" },
  ...token('mis.reserve'),
  ...faults,
];

const made = {
  repeats: false,
  absentIsDone: false,
  notDone: 'portal.not-made',
  absent: 'portal.not-made',
} as const;

const reserve: Write = {
  name: 'keep a time',
  route: 'POST /visit/clinic-1/reservation',
  replies: reserveReplies({ name: '200', play: answer(200, ticket(held)), means: reserved }),
  read: list('/visit', (standing) => (standing === 'done' ? [ticket(held), elsewhere] : [elsewhere])),
  ask: (deps, key) => makeHold(deps, asked({ key }), slotInput(slot)),
  policy: made,
};

const keepFirst = (deps: OperationDeps) => reserve.ask(deps, 'the key of the hold');
const heldId = async (deps: OperationDeps) =>
  (await deps.db.selectFrom('holds').select('id').executeTakeFirstOrThrow()).id;

/** The hold itself is listed like a visit until its time is over (A14). */
const holdAt = (now: Date) => (now.getTime() < holdEnds ? [ticket(held)] : []);

const confirm: Write = {
  name: 'confirm a hold',
  route: 'POST /api/v2/visit/clinic-1',
  replies: reserveReplies({ name: '200', play: answer(200, ticket(visit)), means: reserved }),
  read: list('/visit', (standing, now) => {
    if (standing === 'done') return [ticket(visit), elsewhere];
    return standing === 'before' ? [...holdAt(now), elsewhere] : [elsewhere];
  }),
  prepare: keepFirst,
  ask: async (deps, key) => confirmHold(deps, asked({ key }), await heldId(deps)),
  policy: { ...made, notDone: 'portal.not-confirmed' },
};

const notReleased: Means = { is: 'refused', failure: 'mis.release.not-released' };

const release: Write = {
  name: 'give a hold back',
  route: 'DELETE /visit/clinic-1',
  replies: [
    { name: '200', play: answer(200), means: { is: 'done' } },
    ...['4010', '4026', '4027', '4086', '4999'].map((code) => coded(400, code, notReleased)),
    coded(404, '5068', { is: 'done' }),
    coded(403, '5007', { ...notReleased, renewed: true }),
    ...['5008', '5009', '5010'].map((code) => coded(403, code, notReleased)),
    ...faults,
  ],
  read: list('/visit', (standing, now) =>
    standing === 'before' ? [...holdAt(now), elsewhere] : [elsewhere],
  ),
  prepare: keepFirst,
  ask: async (deps, key) => releaseHold(deps, asked({ key }), await heldId(deps)),
  policy: {
    repeats: false,
    absentIsDone: true,
    // A hold that could not be given back runs out by itself.
    notDone: null,
    absent: 'mis.release.not-released',
  },
};

export const misWrites = [cancelVisit, cancelCall, reserve, confirm, release];
/** What answers a hold that a write needs to be there first. */
export const preparedHold = { route: reserve.route, play: answer(200, ticket(held)) };
