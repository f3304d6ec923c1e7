import { answer } from '#server/upstreams/kit/testing/stub-upstream.ts';
import { bookTime } from '../../book-time.ts';
import { cancelBooking } from '../../cancel-booking.ts';
import type { OperationDeps } from '../../operation-deps.ts';
import { requestTimes } from '../../request-times.ts';
import { asked } from '../bench.ts';
import { faults, said, type Read, type Reply, type Write } from './write.ts';

const orders = '/api/connect/orders';
const offered = {
  id: 'time-1',
  startTime: '2026-11-26T07:00:00Z',
  endTime: '2026-11-26T08:00:00Z',
  timezoneOffset: '+03:00',
};
const request = (status: string) => ({ appointmentRequestId: 501, orderId: 7001, status, slots: [offered] });

/** What a booking that was taken up says of itself. */
const appointment = {
  id: 501,
  orderId: 7001,
  status: 'Booked',
  startTime: offered.startTime,
  endTime: offered.endTime,
  timezoneOffset: offered.timezoneOffset,
};

/** A request that has this status once the write is done. */
const becoming =
  (done: string): Read =>
  (route, standing) => {
    if (route === 'POST /connect/token') return answer(200, { access_token: 't', expires_in: 3600 });
    if (route === `GET ${orders}/appointments/501`) return answer(200, appointment);
    if (route !== `GET ${orders}/appointment-requests/501`) return answer(404);
    if (standing === 'unreadable') return answer(500);
    return standing === 'absent' ? answer(404) : answer(200, request(standing === 'done' ? done : 'offered'));
  };

const known = (deps: OperationDeps) =>
  deps.db
    .insertInto('known_requests')
    .values({
      world: 'main',
      request_id: 501,
      patient: 'patient-anna',
      order_id: 7001,
      date_from: '2026-11-24',
      appointment_location: null,
      asked_at: new Date(0),
    })
    .execute();

const made = (collection: string): Reply => ({
  name: '201 with its Location',
  play: answer(201, '', { location: `${orders}/${collection}/501` }),
  means: { is: 'done' },
});
const unlike = [
  said(200, {}, { is: 'unknown' }),
  said(201, {}, { is: 'unknown' }),
  said(408, {}, { is: 'unknown' }),
];

const cancelRequest: Write = {
  name: 'cancel a request',
  route: `POST ${orders}/appointment-requests/cancel`,
  replies: [
    { name: '204', play: answer(204), means: { is: 'done' } },
    said(404, '', { is: 'may be done', failure: 'connect.cancel-request.not-found' }),
    said(401, '', { is: 'refused', failure: 'connect.cancel-request.unauthorised', renewed: true }),
    said(400, { message: 'bad' }, { is: 'refused', failure: 'connect.cancel-request.unrecognised' }),
    said(403, 'Forbidden', { is: 'unknown' }),
    said(500, '', { is: 'unknown', failure: 'connect.cancel-request.server-error' }),
    ...unlike,
    ...faults.filter(({ name }) => name !== '500'),
  ],
  read: becoming('cancelled'),
  prepare: known,
  ask: (deps, key) => cancelBooking(deps, asked({ key }), 'requests', '501', { person: 'me' }),
  policy: {
    repeats: true,
    absentIsDone: false,
    notDone: 'portal.still-on',
    absent: 'connect.cancel-request.not-found',
  },
};

const ask: Write = {
  name: 'ask for times',
  route: `POST ${orders}/appointment-requests/request`,
  replies: [
    made('appointment-requests'),
    said(404, '', { is: 'refused', failure: 'connect.request-times.no-order' }),
    said(422, '', { is: 'refused', failure: 'connect.request-times.not-accepted' }),
    said(401, '', { is: 'refused', failure: 'connect.request-times.unrecognised', renewed: true }),
    ...unlike,
    ...faults,
  ],
  read: becoming('offered'),
  ask: (deps, key) =>
    requestTimes(deps, asked({ key }), { person: 'me', orderId: 7001, dateFrom: '2026-11-24' }),
  policy: {
    repeats: false,
    absentIsDone: false,
    notDone: 'portal.outcome-lost',
    absent: 'portal.outcome-lost',
    blind: true,
  },
};

const book: Write = {
  name: 'book an offered time',
  route: `POST ${orders}/appointments/request`,
  replies: [
    made('appointments'),
    said(404, '', { is: 'refused', failure: 'connect.book-time.not-found' }),
    said(422, '', { is: 'refused', failure: 'connect.book-time.not-accepted' }),
    said(401, '', { is: 'refused', failure: 'connect.book-time.unrecognised', renewed: true }),
    ...unlike,
    ...faults,
  ],
  read: becoming('converted'),
  prepare: known,
  ask: (deps, key) => bookTime(deps, asked({ key }), '501', 'time-1'),
  policy: { repeats: false, absentIsDone: false, notDone: 'portal.not-made', absent: 'portal.not-made' },
};

export const connectWrites = [cancelRequest, ask, book];
