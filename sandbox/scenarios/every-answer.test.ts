import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clinicGuid, guidOf } from '../store/seed-region.ts';
import { connectDesk } from '../testing/connect-desk.ts';
import { loopDesk } from '../testing/loop-desk.ts';
import { misDesk } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

type Question = Parameters<World['ask']>;

let sandbox: OpenSandbox;
/** Nothing here is carried out: one world serves all. */
let world: World;
const tokens = { cod: '', rpgu: '', connect: '', loop: '' };
beforeAll(async () => {
  sandbox = await openSandbox();
  world = sandbox.freshWorld();
  tokens.cod = await misDesk(world).token('cod', 'anna');
  tokens.rpgu = await misDesk(world).token('rpgu', 'anna');
  tokens.connect = await connectDesk(sandbox, world).token();
  tokens.loop = await loopDesk(world).token();
});
afterAll(() => sandbox.close());
beforeEach(() => world.ask('DELETE', '/__sandbox/scenarios'));

const json = { 'content-type': 'application/json' };
const mis = (method: Question[0], path: string, body?: object, token: 'cod' | 'rpgu' = 'cod') =>
  [
    method,
    `/mis${path}`,
    { token: tokens[token], headers: method === 'GET' ? {} : json, ...(body ? { body } : {}) },
  ] as const;
const connect = (method: Question[0], path: string, body?: object) =>
  [
    method,
    `/connect/api/connect/orders${path}`,
    { token: tokens.connect, headers: { 'x-api-version': '7' }, ...(body ? { body } : {}) },
  ] as const;
const loop = (method: Question[0], path: string, body?: object) =>
  [method, `/loop/v1${path}`, { token: tokens.loop, ...(body ? { body } : {}) }] as const;

const clinic = clinicGuid(1);
const token403 = { '5010': 403, '5008': 403, '5009': 403, '5007': 403 };
const errors = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), status]));

/** Every operation: how it is asked, and the status of every answer that its documents or choices name. */
const operations: Readonly<
  Record<string, { ask: () => readonly [...Question]; answers: Readonly<Record<string, number>> }>
> = {
  'mis.token': { ask: () => mis('GET', '/auth/cod/token'), answers: errors(400, 404) },
  'mis.lpu': { ask: () => mis('GET', '/lpu'), answers: {} },
  'mis.schedule': {
    ask: () => mis('GET', `/api/v2/iemk/departments?lpuCode=${clinic}`),
    answers: { offline: 500 },
  },
  'mis.list-visits': {
    ask: () => mis('GET', '/visit?dateFrom=2026-11-01&dateTo=2026-11-30'),
    answers: token403,
  },
  'mis.list-calls': { ask: () => mis('GET', '/calldoctor'), answers: token403 },
  'mis.cancel-visit': {
    ask: () => mis('DELETE', `/visit/${clinic}?ticketGuid=${guidOf('no ticket')}`, {}),
    answers: {
      ...token403,
      '5068': 404,
      '4010': 400,
      '4026': 400,
      '4027': 400,
      '4086': 400,
      offline: 500,
      'unknown-code': 400,
    },
  },
  'mis.cancel-call': {
    ask: () => mis('DELETE', `/api/v2/iemk/doctors/visit/${guidOf('no call')}`, {}, 'rpgu'),
    answers: {
      ...token403,
      '4021': 400,
      '4022': 400,
      '4023': 400,
      '5068': 404,
      '5023': 500,
      '5023-unfilled': 500,
      '415': 415,
      'misspelt-key': 400,
      'unknown-code': 400,
    },
  },
  'mis.reserve': {
    ask: () => mis('POST', `/visit/${clinic}/reservation`, {}),
    answers: {
      ...token403,
      '4005': 400,
      '4007-ban': 400,
      '4007-register': 400,
      '4007-other': 400,
      '4008': 400,
      '4008-unfilled': 400,
      '4009': 400,
      '4029': 400,
      '4036': 400,
      offline: 500,
      'unknown-code': 400,
    },
  },
  'mis.confirm': {
    ask: () => mis('POST', `/api/v2/visit/${clinic}`, {}),
    answers: { ...token403, '4009': 400, '4036': 400, offline: 500 },
  },
  'mis.wait': {
    ask: () => mis('POST', '/api/v3/waitinglist', {}),
    answers: { ...token403, 'no-consent': 400, 'empty-window': 400, offline: 500, 'unknown-code': 400 },
  },
  'connect.token': {
    ask: () => ['POST', '/connect/auth/realms/superloop/protocol/openid-connect/token'],
    answers: errors(400, 401),
  },
  'connect.request-times': {
    ask: () => connect('POST', '/appointment-requests/request', {}),
    answers: { ...errors(401, 404, 422, 500, 502), 'unknown-code': 409 },
  },
  'connect.poll-request': {
    ask: () => connect('GET', '/appointment-requests/1'),
    answers: errors(202, 401, 404, 500),
  },
  'connect.cancel-request': {
    ask: () => connect('POST', '/appointment-requests/cancel', {}),
    answers: { ...errors(401, 404, 500), 'unknown-code': 409 },
  },
  'connect.book-time': {
    ask: () => connect('POST', '/appointments/request', {}),
    answers: { ...errors(401, 404, 422, 500, 502), 'unknown-code': 409 },
  },
  'connect.poll-appointment': {
    ask: () => connect('GET', '/appointments/1'),
    answers: errors(202, 401, 404, 422, 500),
  },
  'loop.token': { ask: () => ['POST', '/loop/identity/v1/tokens'], answers: errors(400, 401) },
  'loop.list': {
    ask: () => loop('GET', '/visits?brand_id=brand-talon'),
    answers: errors(400, 401, 403, 500),
  },
  'loop.read': { ask: () => loop('GET', '/visits/visit-none'), answers: errors(401, 403, 404, 500) },
  'loop.cancel': {
    ask: () => loop('POST', '/visits/visit-none/cancel'),
    answers: { ...errors(401, 403, 404, 412, 500), 'unknown-code': 422 },
  },
  'loop.book': { ask: () => loop('POST', '/visits', {}), answers: errors(400, 401, 403, 404, 409, 500) },
  'loop.reschedule': {
    ask: () => loop('POST', '/visits/visit-none/reschedule', {}),
    answers: errors(400, 401, 403, 404, 409, 412, 500),
  },
  'loop.providers': {
    ask: () => loop('GET', '/providers?brand_id=brand-talon'),
    answers: errors(401, 403, 500),
  },
  'loop.slots': {
    ask: () => loop('GET', '/providers/provider-1/slots'),
    answers: errors(400, 401, 403, 500),
  },
};

/** What every operation may be told, and its status. */
const faults = {
  down: 503,
  '500': 500,
  '429': 429,
  html: 200,
  empty: 200,
  'other-shape': 200,
  'other-refusal': 400,
};

test('the operations are these', async () => {
  const { body } = await world.ask<{ operations: object }>('GET', '/__sandbox/scenarios');
  expect(Object.keys(body.operations).toSorted((one, other) => one.localeCompare(other))).toEqual(
    Object.keys(operations).toSorted((one, other) => one.localeCompare(other)),
  );
});

describe.each(Object.entries(operations))('%s', (operation, { ask, answers }) => {
  const told = { ...faults, ...answers };

  test('gives every documented answer, and every fault, when it is told to', async () => {
    const given: Record<string, number> = {};
    for (const answer of Object.keys(told)) {
      await world.play(operation, answer);
      given[answer] = (await world.ask(...ask())).status;
    }
    expect(given).toEqual(told);
  });

  test('may be told every fault before the commit and after it', async () => {
    const { body } = await world.ask<{ operations: Record<string, string[]> }>('GET', '/__sandbox/scenarios');
    const modes = [...Object.keys(faults), 'huge', 'hang', 'close', 'reset', 'truncate', 'drip', 'slow'];
    expect(body.operations[operation]).toEqual(
      expect.arrayContaining([...modes, ...modes.map((mode) => `${mode}-after-commit`), 'commit-later']),
    );
  });
});

test.each([
  ...['5010', '5008', '5009', '5007', '4010', '4026', '4027', '4086', '5068'].map((code) => ({
    operation: 'mis.cancel-visit',
    answer: code,
    code,
  })),
  ...['4021', '4022', '4023', '5068', '5023'].map((code) => ({
    operation: 'mis.cancel-call',
    answer: code,
    code,
  })),
  ...['4036', '4005', '4007-ban', '4007-register', '4007-other', '4008', '4009', '4029'].map((answer) => ({
    operation: 'mis.reserve',
    answer,
    code: answer.slice(0, 4),
  })),
])('$operation told $answer says message_code $code', async ({ operation, answer, code }) => {
  await world.play(operation, answer);
  const question = operations[operation]?.ask();
  if (!question) throw new Error(`${operation} is not asked`);
  const { status, body } = await world.ask(...question);
  expect(body).toEqual({ code: status, message: expect.any(String), message_code: code });
});
