import type { Booking } from '#contract/booking.ts';
import { operationIn, type PortalBrowser } from './portal-browser.ts';
import type { SandboxWorld } from './sandbox-world.ts';
import type { Walk } from './recorded-talon.ts';

/** A token that is not accepted at all, and one that has run out, which is renewed unseen. */
export const tokenRefusals = ['5008', '5009', '5010'] as const;
export const tokenRunOut = '5007';

export const onesToCancel = (bookings: readonly Booking[]) =>
  bookings.filter(({ can }) => can.cancel.allowed);

/** The first that may be cancelled. */
export function oneToCancel(bookings: readonly Booking[]): Booking {
  const [first] = onesToCancel(bookings);
  if (!first) throw new Error('nothing is left that may be cancelled');
  return first;
}

/** Each answer in turn, to the same cancel. */
export async function cancelAmid(
  { world, browser }: { world: SandboxWorld; browser: PortalBrowser },
  operation: string,
  answers: readonly string[],
  booking: Booking,
): Promise<void> {
  for (const answer of answers) {
    await world.play(operation, answer);
    await browser.cancel(booking);
  }
}

/** Clinic visits: listed, cancelled, and refused in every documented way. */
export const clinicVisits: Walk = async (talon) => {
  const anna = await talon.enter('anna');
  for (const answer of [...tokenRefusals, tokenRunOut]) {
    await anna.world.play('mis.list-visits', answer);
    await anna.browser.get('/api/bookings/clinic-visits?person=self');
  }
  const [visit, another, third] = onesToCancel(await anna.browser.bookings('clinic-visits'));
  if (!visit || !another || !third) throw new Error('Anna has three visits to cancel');
  await anna.browser.get(`/api/bookings/clinic-visits/${visit.id}?person=self`);
  const calendar = `/api/bookings/clinic-visits/${visit.id}/calendar.ics?person=self`;
  await anna.browser.get(`${calendar}&language=ru`);
  await anna.world.play('mis.list-visits', 'down', 9);
  await anna.browser.get(calendar);
  await anna.browser.send('GET', calendar, { headers: { accept: 'text/html' } });
  await anna.world.rest();
  const refusals = ['4010', '4026', '4027', ...tokenRefusals];
  await cancelAmid(anna, 'mis.cancel-visit', refusals, visit);
  // What somebody else made is asked for once more, with the name of who asks.
  await cancelAmid(anna, 'mis.cancel-visit', ['4086', tokenRunOut], visit);
  await cancelAmid(anna, 'mis.cancel-visit', ['5068'], another);
  await cancelAmid(anna, 'mis.cancel-visit', ['offline'], third);

  const viktor = await talon.enter('viktor');
  const checkUp = (await viktor.browser.bookings('clinic-visits')).find(
    (booking) => booking.kind === 'clinic-visit' && booking.partOfCheckUp,
  );
  if (!checkUp) throw new Error('Viktor has a check-up');
  await viktor.browser.cancel(checkUp);
  await viktor.browser.cancel(checkUp, { asCheckUp: true });
};

/** Cancels that the server sends when the undo delay is over: taken back, sent before their time, and refused by the clinic. */
export const undoDelay: Walk = async (talon) => {
  const { world, browser } = await talon.enterApart('anna');
  const [visit, another] = onesToCancel(await browser.bookings('clinic-visits'));
  if (!visit || !another) throw new Error('Anna has two visits to cancel');
  const schedule = async (one: Booking) => {
    const { id } = operationIn(await browser.cancel(one, { canUndo: true }));
    return `/api/operations/${id}`;
  };
  await browser.write('POST', `${await schedule(visit)}/undo`);
  await world.play('mis.cancel-visit', '4010');
  await browser.write('POST', `${await schedule(visit)}/send`);
  const unsent = await schedule(visit);
  await world.play('mis.cancel-visit', tokenRunOut);
  await world.play('mis.token', 'down', 9);
  await browser.write('POST', `${unsent}/send`);
  await world.rest();
  const lost = await schedule(another);
  await world.play('mis.cancel-visit', 'reset', 2);
  await browser.write('POST', `${lost}/send`);
  await browser.write('POST', `${await schedule(visit)}/send`);
};

/** A doctor's calls to the patient's home. */
export const homeCalls: Walk = async (talon) => {
  const anna = await talon.enter('anna');
  await anna.browser.get('/api/home-call-reasons');
  for (const answer of [...tokenRefusals, tokenRunOut]) {
    await anna.world.play('mis.list-calls', answer);
    await anna.browser.get('/api/bookings/home-calls?person=self');
  }
  const call = oneToCancel(await anna.browser.bookings('home-calls'));
  const refusals = ['4021', '4023', '415', '5023', ...tokenRefusals];
  await cancelAmid(anna, 'mis.cancel-call', refusals, call);
  await cancelAmid(anna, 'mis.cancel-call', ['reset'], call);
  // The call is on, whatever these say: the outcome stays open, and so does each world.
  for (const answer of ['4022', '5068', 'misspelt-key']) {
    const apart = await talon.enterApart('anna');
    const active = oneToCancel(await apart.browser.bookings('home-calls'));
    await cancelAmid(apart, 'mis.cancel-call', [answer], active);
  }

  const viktor = await talon.enter('viktor');
  const [own, linked] = onesToCancel(await viktor.browser.bookings('home-calls'));
  if (!own || !linked) throw new Error('Viktor has two calls to cancel');
  await viktor.world.play('mis.cancel-call', tokenRunOut);
  await viktor.browser.cancel(own, { reasonCode: 6, reason: 'Врач уже не нужен' });
  await viktor.browser.cancel(linked, { reasonCode: 2 });
};
