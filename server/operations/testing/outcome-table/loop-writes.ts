import { answer } from '#server/upstreams/kit/testing/stub-upstream.ts';
import { cancelBooking } from '../../cancel-booking.ts';
import { asked } from '../bench.ts';
import { faults, said, type Read, type Write } from './write.ts';

const visit = (status: string, id = 'v1') => ({
  id,
  brand_id: 'brand-1',
  patient_id: 'pat-1',
  provider_id: 'p1',
  slot_id: 's1',
  status,
  visit_type: 'first',
  reason: null,
  cancelled_at: status === 'cancelled' ? '2026-11-23T08:00:00Z' : null,
  cancel_reason: null,
});
const slot = { id: 's1', start_time: '2026-11-25T09:00:00Z', end_time: '2026-11-25T09:30:00Z' };

const read: Read = (route, standing) => {
  switch (route) {
    case 'POST /loop/token':
      return answer(200, { access_token: 't', expires_in: 3600 });
    case 'GET /v1/providers/p1/slots':
      return answer(200, { slots: [slot] });
    case 'GET /v1/providers':
      return answer(200, { providers: [{ id: 'p1', name: 'Ирина Павлова' }] });
    case 'GET /v1/visits':
      if (standing === 'unreadable') return answer(500);
      return answer(200, {
        visits: standing === 'absent' ? [] : [visit(standing === 'done' ? 'cancelled' : 'booked')],
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
  read,
  ask: (deps, key) => cancelBooking(deps, asked({ key }), 'visits', 'v1', { person: 'me' }),
  policy: {
    repeats: false,
    absentIsDone: false,
    notDone: 'portal.still-on',
    absent: 'loop.cancel-visit.not-found',
  },
};

export const loopWrites = [cancelVisit];
