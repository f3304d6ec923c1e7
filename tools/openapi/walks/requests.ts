import { randomUUID } from 'node:crypto';
import type { AppointmentRequest } from '#contract/booking.ts';
import { operationIn, type PortalBrowser, type PortalReply } from './portal-browser.ts';
import type { Walk } from './recorded-talon.ts';

const ask = (browser: PortalBrowser, orderId: number, key?: string): Promise<PortalReply> =>
  browser.keyed('POST', '/api/requests', {
    body: { person: 'self', orderId, dateFrom: '2026-11-30' },
    ...(key ? { key } : {}),
  });

const list = (browser: PortalBrowser) => browser.get('/api/bookings/requests?person=self');

const book = (browser: PortalBrowser, { id, offeredTimes }: AppointmentRequest, key?: string) =>
  browser.keyed('POST', `/api/requests/${id}/book`, {
    body: { person: 'self', timeId: offeredTimes[0]?.id ?? '' },
    ...(key ? { key } : {}),
  });

/** Asks for times, and comes back when they are offered. */
async function offered(browser: PortalBrowser, orderId: number): Promise<AppointmentRequest> {
  const made = operationIn(await ask(browser, orderId)).booking;
  const found = (await browser.bookings('requests')).find(({ id }) => id === made?.id);
  if (found?.kind !== 'appointment-request' || found.offeredTimes.length === 0)
    throw new Error('no times are offered');
  return found;
}

/** A request becomes a technician's visit. */
export const requestAndBook: Walk = async (talon) => {
  const { world, browser } = await talon.enter('anna');
  await browser.get('/api/orders?person=self');
  for (const answer of ['404', '422']) {
    await world.play('connect.request-times', answer);
    await ask(browser, 7001);
  }
  await world.play('connect.request-times', '401', 9);
  await world.play('connect.token', 'down', 9);
  await ask(browser, 7001);
  await world.rest();
  await world.play('connect.request-times', '401');
  const key = randomUUID();
  await ask(browser, 7001, key);
  await ask(browser, 7002, key);
  // One order has one open request at a time.
  await ask(browser, 7001);
  const request = await offered(browser, 7002);
  for (const answer of ['401', '404', '500']) {
    await world.play('connect.poll-request', answer);
    await list(browser);
  }
  for (const answer of ['404', '422']) {
    await world.play('connect.book-time', answer);
    await book(browser, request);
  }
  await world.play('connect.poll-request', '401', 9);
  await book(browser, request);
  await world.rest();
  await book(browser, request, key);
  await world.play('connect.book-time', '401');
  await book(browser, request);
  await list(browser);
  for (const answer of ['401', '404', '500']) {
    await world.play('connect.poll-appointment', answer);
    await list(browser);
  }
};

/** Requests are cancelled. */
export const cancelRequests: Walk = async (talon) => {
  const { world, browser } = await talon.enterApart('anna');
  const apart = await talon.enterApart('anna');
  const open = await offered(apart.browser, 7001);
  await apart.world.play('connect.cancel-request', '404');
  await apart.browser.cancel(open);
  const request = await offered(browser, 7001);
  await world.play('connect.cancel-request', '401');
  await browser.cancel(request);
  const another = await offered(browser, 7002);
  await world.play('connect.cancel-request', '500');
  const key = randomUUID();
  const cancel = (path: string) =>
    browser.keyed('POST', `/api/bookings/${path}/cancel`, { body: { person: 'self' }, key });
  await cancel(`requests/${another.id}`);
  await cancel(`requests/${request.id}`);
};

/** Connect fails in the middle of a write, and nobody knows what it did. */
export const connectFails: Walk = async (talon) => {
  const { world, browser } = await talon.enterApart('anna');
  for (const [answer, order] of [
    ['500', 7001],
    ['502', 7002],
  ] as const) {
    const request = await offered(browser, order);
    await world.play('connect.book-time', answer);
    await book(browser, request);
  }
  const apart = await talon.enterApart('anna');
  await apart.world.play('connect.request-times', '500');
  await ask(apart.browser, 7001);
  await apart.world.play('connect.request-times', '502');
  await ask(apart.browser, 7002);
};
