import { randomUUID } from 'node:crypto';
import { moveTimes } from '#contract/operation.ts';
import { cancelAmid, onesToCancel } from './clinic-visits.ts';
import type { Walk } from './recorded-talon.ts';

/** Visits of the Loop platform. */
export const loopVisits: Walk = async (talon) => {
  const anna = await talon.enter('anna');
  for (const [operation, answer] of [
    ['loop.list', '401'],
    ['loop.list', '403'],
    ['loop.slots', '401'],
  ] as const) {
    await anna.world.play(operation, answer);
    await anna.browser.get('/api/bookings/visits?person=self');
  }
  const [visit, another] = onesToCancel(await anna.browser.bookings('visits'));
  if (!visit || !another) throw new Error('Anna has two visits to cancel');
  const ofVisit = `/api/bookings/visits/${visit.id}`;
  const ofAnother = `/api/bookings/visits/${another.id}`;
  const { times } = moveTimes.parse((await anna.browser.get(`${ofVisit}/times?person=self`)).body);
  const [time, later] = times;
  if (!time || !later) throw new Error('there are two times to move to');
  const move = (timeId: string, key?: string) =>
    anna.browser.keyed('POST', `${ofVisit}/move`, {
      body: { person: 'self', timeId },
      ...(key === undefined ? {} : { key }),
    });
  await anna.world.play('loop.reschedule', '409');
  await move(time.id);
  // The visit is on and can be moved, whatever these say: the outcome stays open, and so does each world.
  for (const answer of ['404', '412']) {
    const apart = await talon.enterApart('anna');
    const [active] = onesToCancel(await apart.browser.bookings('visits'));
    if (!active) throw new Error('Anna has a visit to move');
    const offer = await apart.browser.get(`/api/bookings/visits/${active.id}/times?person=self`);
    const [free] = moveTimes.parse(offer.body).times;
    await apart.world.play('loop.reschedule', answer);
    await apart.browser.keyed('POST', `/api/bookings/visits/${active.id}/move`, {
      body: { person: 'self', timeId: free?.id ?? '' },
    });
    const still = await talon.enterApart('anna');
    const [other] = onesToCancel(await still.browser.bookings('visits'));
    if (other) await cancelAmid(still, 'loop.cancel', [answer], other);
  }
  const key = randomUUID();
  await anna.world.play('loop.reschedule', '401');
  await move(time.id, key);
  await move(later.id, key);
  await anna.world.play('loop.reschedule', 'reset');
  await move(later.id);
  await anna.world.play('loop.list', 'down', 9);
  await anna.browser.get(`${ofVisit}/times?person=self`);
  await anna.browser.keyed('POST', `${ofAnother}/move`, { body: { person: 'self', timeId: later.id } });
  await anna.world.rest();
  await anna.world.play('loop.cancel', '401');
  await anna.browser.cancel(visit, { reason: 'Изменились планы' });
  await anna.browser.cancel(another);
};
