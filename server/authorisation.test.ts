import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import type { SignedIn } from '#contract/session.ts';
import { answeredRoutes, apiRoutes, type ApiRoute } from '#server/testing/api-routes.ts';
import type { Browser } from '#server/testing/browser.ts';
import { clinicId, doctorId, slotId } from '#server/testing/fake-bookings.ts';
import { anna, boris, irina, maria } from '#server/testing/people.ts';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

/** What a route is about decides who is answered; everybody else is refused with the status that stands here. */
const audiences = {
  /** A person by reference, or a thing by id: only who acts for them now. */
  'one person': { nobody: 401, anotherPage: 409, patient: 404, registrar: 404 },
  /** The same for everybody who is signed in. */
  'the signed-in': { nobody: 401, anotherPage: 409, patient: 200, registrar: 200 },
  /** A registrar's search; the patient in hand is a person by reference. */
  'a registrar': { nobody: 401, anotherPage: 409, patient: 403, registrar: 200 },
  'a registrar’s patient': { nobody: 401, anotherPage: 409, patient: 403, registrar: 404 },
} as const;

/** Every route that is not about one person; a new one has to say here whom it is for. */
const others: Readonly<Record<string, keyof typeof audiences>> = {
  'GET /api/home-call-reasons': 'the signed-in',
  'POST /api/session/stay': 'the signed-in',
  'POST /api/session/draft': 'the signed-in',
  'POST /api/desk/patient': 'a registrar',
  'DELETE /api/desk/patient': 'a registrar’s patient',
  'POST /api/desk/orders': 'a registrar’s patient',
};
/** It answers as long as somebody listens, and says only what is theirs (routes/event-routes.test.ts). */
const streams = new Set(['GET /api/events']);
const openToAll = new Set(['GET /api/session']);

const nameOf = ({ method, route }: ApiRoute) => `${method} ${route}`;
const isOfAPerson = ({ url, body }: ApiRoute) =>
  url('p', 'i').includes('person=p') || url('p', 'i') !== url('p', 'j') || 'person' in (body?.('p') ?? {});

let portal: Portal;
let annas: Browser;
let mine: { person: string; hold: string; operation: string };
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  for (const table of ['rate_counts', 'operations', 'holds'] as const)
    await portal.store.db.deleteFrom(table).execute();
  annas = await portal.signedIn(anna);
  const [own] = (await annas.get('/api/session')).json<SignedIn>().people;
  const person = own?.ref ?? '';
  const kept = await annas.post('/api/holds', { person, clinicId, doctorId, slotId });
  const { id, hold } = kept.json<Operation>();
  mine = { person, hold: hold?.id ?? '', operation: id };
  portal.upstreams.asked.length = 0;
});

/** Asks for what is Anna's: her hold, her operation, her visit. */
const ask = (browser: Browser, { method, route, url, body }: ApiRoute, headers = {}) => {
  const ids = { holds: mine.hold, operations: mine.operation, bookings: `visit-${anna.self.policy}` };
  const [, , kind = ''] = route.split('/');
  return browser.send({
    method,
    url: url(mine.person, ids[kind as keyof typeof ids] ?? randomUUID()),
    headers: { ...browser.ours(), ...headers },
    ...(body ? { payload: body(mine.person) } : {}),
  });
};

test('every route that the server answers says whom it is for', () => {
  const said = apiRoutes
    .filter((route) => isOfAPerson(route) || nameOf(route) in others || streams.has(nameOf(route)))
    .map(nameOf);
  expect(answeredRoutes(portal.app).toSorted()).toEqual([...said, ...openToAll].toSorted());
});

const callers: Readonly<
  Record<string, { kind: keyof (typeof audiences)['one person']; browser: () => Promise<Browser> }>
> = {
  'somebody signed out': { kind: 'nobody', browser: async () => portal.browser() },
  'a page of Anna’s after Boris has signed in': {
    kind: 'anotherPage',
    browser: async () => {
      const theirs = await portal.signedIn(boris);
      theirs.account = annas.account;
      return theirs;
    },
  },
  'a mother of others': { kind: 'patient', browser: () => portal.signedIn(maria) },
  'a registrar with another patient in hand': {
    kind: 'registrar',
    browser: async () => {
      const theirs = await portal.signedIn(irina);
      const { policy, birthDate } = boris.self;
      await theirs.post('/api/desk/patient', { policy, birthDate });
      return theirs;
    },
  },
  'a registrar with nobody in hand': { kind: 'registrar', browser: () => portal.signedIn(irina) },
};

describe.each(Object.keys(callers))('%s', (name) => {
  const asked = apiRoutes.filter((route) => !streams.has(nameOf(route)));
  /** `self` is everybody's own name for themselves: under it a mother is answered what is hers. */
  const isOwn = ({ url, body }: ApiRoute) =>
    url('p', 'i').includes('person=p') || 'person' in (body?.('p') ?? {});

  test.each(asked)('is answered as the table says: $method $route', async (route) => {
    const caller = callers[name]!;
    const browser = await caller.browser();
    const expected = audiences[others[nameOf(route)] ?? 'one person'][caller.kind];
    const response = await ask(browser, route);
    expect(response.body).not.toMatch(new RegExp(`${anna.self.policy}|${anna.self.name}|loop-anna`));
    expect(portal.upstreams.asked.map(({ patient }) => patient.policy)).not.toContain(anna.self.policy);
    if (caller.kind === 'patient' && expected === 404 && isOwn(route)) return;
    expect(response.statusCode).toBe(expected);
    expect(portal.upstreams.writes()).toEqual([]);
  });
});
