import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildUpstreams } from './build-upstreams.ts';
import { inventedPatient } from './kit/testing/invented-patient.ts';
import { answer, startStubUpstream, type StubUpstream } from './kit/testing/stub-upstream.ts';
import type { Upstreams } from './kit/ports.ts';
import type { UpstreamConfig } from './kit/upstream-config.ts';

const now = new Date('2026-11-21T09:00:00Z');
const nothing: UpstreamConfig = {
  mis: null,
  connect: null,
  loop: null,
  limits: { connect: 10_000, read: 20_000, write: 20_000 },
};

let upstream: StubUpstream;
let opened: Upstreams | null = null;
const build = (config: Partial<UpstreamConfig>) => {
  opened = buildUpstreams(
    { ...nothing, ...config },
    () => now.getTime(),
    () => 0,
  );
  return opened;
};
const loop = (tokenUrl: string) => ({
  url: upstream.url,
  tokenUrl,
  clientId: 'talon-portal',
  clientSecret: 'secret',
  brandId: 'brand-talon',
});

beforeEach(async () => {
  upstream = await startStubUpstream();
});
afterEach(async () => {
  await opened?.close();
  await upstream.close();
});

const parts = (upstreams: Upstreams) =>
  Object.entries(upstreams).flatMap(([name, part]) => (part === null || name === 'close' ? [] : [name]));

describe('what is configured is there, and nothing else', () => {
  test('nothing', () => {
    expect(parts(build({}))).toEqual([]);
  });

  test('MIS alone', () => {
    expect(parts(build({ mis: { url: upstream.url } })).toSorted()).toEqual([
      'clinicVisits',
      'findPatient',
      'homeCalls',
      'schedule',
      'waitingList',
    ]);
  });

  test('Loop alone', () => {
    expect(parts(build({ loop: loop(`${upstream.url}/v1/tokens`) }))).toEqual(['visits']);
  });

  test('Connect alone', () => {
    const connect = {
      url: upstream.url,
      tokenUrl: `${upstream.url}/token`,
      clientId: 'talon-portal',
      privateKey: '',
      keyId: null,
      apiVersion: 7,
    };
    expect(parts(build({ connect }))).toEqual(['requests']);
  });
});

test.each([
  [answer(200, { token: 'cod-1' }), true],
  [answer(404, { message: 'Пациент не найден' }), false],
])(
  'a patient is found where MIS issues a token for one, and keeps the name to itself',
  async (play, found) => {
    upstream.on('GET /auth/cod/token', play);
    expect(await build({ mis: { url: upstream.url } }).findPatient?.(inventedPatient)).toEqual({
      found,
      name: null,
    });
  },
);

test('tokens are asked for at their own address', async () => {
  const identity = await startStubUpstream();
  identity.on('POST /identity/v1/tokens', answer(200, { access_token: 'first', expires_in: 3600 }));
  upstream.on('GET /v1/visits', answer(200, { visits: [] }));
  const { visits } = build({ loop: loop(`${identity.url}/identity/v1/tokens`) });
  expect(await visits?.list(inventedPatient, now)).toEqual([]);
  expect(identity.seen).toHaveLength(1);
  expect(upstream.seen.map(({ path }) => path)).toEqual(['/v1/visits']);
  await identity.close();
});
