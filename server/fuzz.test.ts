import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, irina } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

/** So many in every run; TALON_FUZZ asks for more. */
const requests = Number(process.env['TALON_FUZZ'] ?? 3_000);
const seed = 20_261_126;
/** Below what one session may ask for in a minute. */
const aSession = 400;

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const known = [clinicId, doctorId, slotId, 'self', 'visit-5000000000000001', 'requests', 'time-1', '7001'];
const odd = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('\0', 'a\0b', '\ud800', 'a\udfff', '\u0001', '\u202e', '%00', '%zz'),
  },
  fc.constantFrom('', ' ', '..', '%2e%2e', '__proto__', "' or 1=1 --"),
  fc.constantFrom('-1', '0', '1e999', '9007199254740993', 'NaN', '2026-13-45', '0000-00-00'),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const value = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 2, arbitrary: odd });
const json = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** One part of a request is odd, or several: most of it still leads somewhere. */
const request = fc.record({
  route: fc.constantFrom(...apiRoutes.filter(({ route }) => route !== '/api/events')),
  who: fc.constantFrom('patient', 'registrar'),
  id: value,
  person: fc.oneof({ weight: 3, arbitrary: fc.constant('self') }, { weight: 1, arbitrary: value }),
  search: fc.dictionary(fc.constantFrom('person', 'clinic', 'speciality', 'name', 'from', 'id', 'x'), value, {
    maxKeys: 2,
  }),
  more: fc.dictionary(
    fc.constantFrom('person', 'clinicId', 'slotId', 'timeId', 'reason', 'reasonCode', 'orderId', 'phone'),
    json,
    { maxKeys: 2 },
  ),
  cookie: fc.option(odd, { freq: 9, nil: null }),
});
type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
/** Headers and addresses travel as Latin letters. */
const printable = (text: string) =>
  text.replace(/[^\x21-\x7e]/g, (found) => encoded(found)).replace(/;/g, '');

async function send(browser: Browser, { route, id, person, search, more, cookie }: Asked) {
  const url = new URL(route.url(encoded(person), encoded(id)), 'http://portal');
  for (const [name, text] of Object.entries(search)) url.searchParams.append(name, text);
  const body = route.body && { ...route.body(person), ...more };
  const sent = [...browser.cookies].map(([name, text]) => `${name}=${text}`);
  if (cookie !== null) sent.push(`talon-sign-in=${printable(cookie)}`);
  return browser.send({
    method: route.method,
    url: url.pathname + url.search,
    headers: { ...browser.ours(), cookie: sent.join('; ') },
    ...(body ? { payload: body } : {}),
  });
}

const line = z.object({ route: z.string(), status: z.number() });
const names = new Set(apiRoutes.map(({ route }) => route));
/** How many requests since the last time came to a route of the API, past the session and the limits: by the log. */
function handled(): number {
  const answered = portal.log.splice(0).flatMap((text) => line.safeParse(JSON.parse(text)).data ?? []);
  return answered.filter(({ route, status }) => names.has(route) && ![401, 409, 429].includes(status)).length;
}

test(
  `${requests} malformed requests are answered without a fault of ours, and most reach what they are for`,
  { timeout: 60_000 + requests * 200 },
  async () => {
    const faults: object[] = [];
    let reached = 0;
    let browsers: Record<string, Browser> = {};
    for (const [index, asked] of fc.sample(request, { numRuns: requests, seed }).entries()) {
      if (index % aSession === 0) {
        reached += handled();
        browsers = { patient: await portal.signedIn(anna), registrar: await portal.signedIn(irina) };
      }
      const { statusCode, body } = await send(browsers[asked.who]!, asked);
      if (statusCode >= 500) faults.push({ ...asked, route: asked.route.route, statusCode, body });
    }
    reached += handled();
    expect(faults).toEqual([]);
    expect(reached / requests).toBeGreaterThanOrEqual(0.7);
  },
);
