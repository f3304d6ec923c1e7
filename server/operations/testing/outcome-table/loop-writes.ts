import { answer } from '#server/upstreams/kit/testing/stub-upstream.ts';
import { cancelBooking } from '../../cancel-booking.ts';
import { moveVisit } from '../../move-visit.ts';
import { asked } from '../bench.ts';
import { faults, said, type Read, type Write } from './write.ts';

const visit = (status: string, id = 'v1', slotId = 's1') => ({
  id,
  brand_id: 'brand-1',
  patient_id: 'pat-1',
  provider_id: 'p1',
  slot_id: slotId,
  status,
  visit_type: 'first',
  reason: null,
  cancelled_at: status === 'cancelled' ? '2026-11-23T08:00:00Z' : null,
  cancel_reason: null,
});
const slots = [
  { id: 's1', start_time: '2026-11-25T09:00:00Z', end_time: '2026-11-25T09:30:00Z', booked: true },
  { id: 's2', start_time: '2026-11-26T09:00:00Z', end_time: '2026-11-26T09:30:00Z', booked: false },
];

/** It shows that the list came. */
const another = visit('booked', 'v9');

const readWith =
  (done: object): Read =>
  (route, standing) => {
    switch (route) {
      case 'POST /loop/token':
        return answer(200, { access_token: 't', expires_in: 3600 });
      case 'GET /v1/providers/p1/slots':
        return answer(200, { slots });
      case 'GET /v1/providers':
        return answer(200, { providers: [{ id: 'p1', name: 'Ирина Павлова' }] });
      case 'GET /v1/visits':
        if (standing === 'unreadable') return answer(500);
        return answer(200, {
          visits: [another, ...(standing === 'absent' ? [] : [standing === 'done' ? done : visit('booked')])],
        });
      default:
        return null;
    }
  };

const cancelVisit: Write = {
  name: "cancel a visit of Loop's",
  route: 'POST /v1/visits/v1/cancel',
  replies: [
    { name: '200, cancelled', play: answer(200, visit('cancelled')), means: { is: 'done' } },
    { name: '200, still booked', play: answer(200, visit('booked')), means: { is: 'unknown' } },
    { name: "200, another's", play: answer(200, visit('cancelled', 'v2')), means: { is: 'unknown' } },
    said(404, { error: 'not_found' }, { is: 'may be done', failure: 'loop.cancel-visit.not-found' }),
    said(412, { error: 'wrong_status' }, { is: 'may be done', failure: 'loop.cancel-visit.wrong-status' }),
    said(
      401,
      { error: 'unauthorized', message: 'Expired' },
      { is: 'refused', failure: 'loop.cancel-visit.unrecognised', renewed: true },
    ),
    said(
      403,
      { error: 'forbidden', message: 'Wrong brand' },
      { is: 'refused', failure: 'loop.cancel-visit.unrecognised' },
    ),
    said(200, {}, { is: 'unknown' }),
    ...faults,
  ],
  read: readWith(visit('cancelled')),
  ask: (deps, key) => cancelBooking(deps, asked({ key }), 'visits', 'v1', { person: 'me' }),
  policy: {
    repeats: false,
    absentIsDone: false,
    notDone: 'portal.still-on',
    absent: 'loop.cancel-visit.not-found',
  },
};

const moveOne: Write = {
  name: "move a visit of Loop's",
  route: 'POST /v1/visits/v1/reschedule',
  replies: [
    { name: '200, moved', play: answer(200, visit('booked', 'v1', 's2')), means: { is: 'done' } },
    { name: '200, where it was', play: answer(200, visit('booked')), means: { is: 'unknown' } },
    { name: "200, another's", play: answer(200, visit('booked', 'v2', 's2')), means: { is: 'unknown' } },
    said(404, { error: 'not_found' }, { is: 'may be done', failure: 'loop.move-visit.not-found' }),
    said(
      409,
      { error: 'conflict' },
      {
        is: 'may be done',
        failure: 'loop.move-visit.taken',
        fitsBefore: true,
      },
    ),
    said(412, { error: 'wrong_status' }, { is: 'may be done', failure: 'loop.move-visit.wrong-status' }),
    said(
      401,
      { error: 'unauthorized', message: 'Expired' },
      { is: 'refused', failure: 'loop.move-visit.unrecognised', renewed: true },
    ),
    said(200, {}, { is: 'unknown' }),
    ...faults,
  ],
  read: readWith(visit('booked', 'v1', 's2')),
  ask: (deps, key) => moveVisit(deps, asked({ key }), 'v1', 's2'),
  policy: {
    repeats: false,
    absentIsDone: false,
    notDone: 'portal.not-moved',
    absent: 'loop.move-visit.not-found',
  },
};

export const loopWrites = [cancelVisit, moveOne];
