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
  await cancelAmid(anna, 'loop.cancel', ['404', '412'], visit);
  await anna.world.play('loop.cancel', '401');
  await anna.browser.cancel(visit, { reason: 'Изменились планы' });
  await anna.browser.cancel(another);
};
