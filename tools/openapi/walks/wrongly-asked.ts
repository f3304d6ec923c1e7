import { randomUUID } from 'node:crypto';
import { apiRoutes, type ApiRoute } from '#server/testing/api-routes.ts';
import type { PortalBrowser } from './portal-browser.ts';
import type { Walk } from './recorded-talon.ts';

/** What our page adds to a write; what is only noted needs no key. */
const oursFor = ({ method, route }: ApiRoute): Record<string, string> => ({
  ...(method === 'GET' ? {} : { 'x-portal': '1' }),
  ...(method === 'GET' || /^\/api\/(desk|session)\/|\/(seen|undo|send)$/.test(route)
    ? {}
    : { 'idempotency-key': randomUUID() }),
});

const askFor = (
  browser: PortalBrowser,
  { method, url, body }: ApiRoute,
  { person = 'self', headers = {} }: { person?: string; headers?: Record<string, string> } = {},
) =>
  browser.send(method, url(person, randomUUID()), {
    headers,
    body: body?.(person),
  });

/** Every route asked by nobody, from another page, for somebody else, and in a way that is not described. */
export const wronglyAsked: Walk = async (talon) => {
  const { browser } = await talon.enter('anna');
  const { browser: registrar } = await talon.enter('irina');
  const stranger = talon.stranger();
  for (const route of apiRoutes) {
    const { method, url, body } = route;
    const headers = oursFor(route);
    await askFor(stranger, route, { headers });
    // The stream of events has no end, and nothing about it can be asked wrongly.
    if (route.route === '/api/events') continue;
    if (method !== 'GET') await askFor(browser, route);
    await askFor(browser, route, { person: 'nobody', headers });
    // Of a hold that is not there nothing else is said, however it is asked.
    if (route.route.startsWith('/api/holds/:id')) continue;
    const { 'idempotency-key': _key, ...withoutKey } = headers;
    const plain = url('self', 'no-id').split('?')[0] ?? '';
    const asker = plain.startsWith('/api/desk/') ? registrar : browser;
    await asker.send(method, plain, { headers: withoutKey, body: body ? {} : undefined });
  }
  for (const path of ['/auth/login', '/auth/logout']) await browser.send('POST', path);
  await browser.write('POST', '/auth/login', {});
};
