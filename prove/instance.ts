import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import type { OperationDeps } from '#server/operations/operation-deps.ts';
import { openStore } from '#server/store/store.ts';
import type { Schedule, Upstreams } from '#server/upstreams/kit/ports.ts';

const config = readConfig({
  NODE_ENV: 'production',
  SESSION_SECRET: 'one-secret-of-more-than-32-characters',
  OIDC_ISSUER: 'http://localhost/identity',
  OIDC_CLIENT_ID: 'nobody',
  OIDC_CLIENT_SECRET: 'nothing',
});

const notToBeAsked = () => Promise.reject(new Error('This proof asks nobody for that'));

/** A schedule that knows what the proof tells it, and must not be asked for anything else. */
const scheduleThat = (told: Partial<Schedule>): Schedule => ({
  clinics: notToBeAsked,
  specialities: notToBeAsked,
  doctors: notToBeAsked,
  slots: notToBeAsked,
  reserve: notToBeAsked,
  confirm: notToBeAsked,
  release: notToBeAsked,
  ticketsIn: notToBeAsked,
  ...told,
});

const upstreamsWith = (schedule: Schedule): Upstreams => ({
  clinicVisits: null,
  homeCalls: null,
  visits: null,
  requests: null,
  waitingList: null,
  findPatient: null,
  schedule,
  close: async () => undefined,
});

interface Given {
  readonly clock: () => Date;
  readonly pause?: OperationDeps['pause'];
  readonly schedule?: Partial<Schedule>;
}

/** One server of several on a database, without its routes. `complaints` is what its store said of lost connections. */
export async function openInstance(databaseUrl: string, { clock, pause, schedule = {} }: Given) {
  const complaints: Error[] = [];
  const store = await openStore({ databaseUrl, onError: (error) => complaints.push(error) });
  const upstreams = upstreamsWith(scheduleThat(schedule));
  return { ...compose(config, store, { clock, upstreams, ...(pause ? { pause } : {}) }), complaints };
}

export type Instance = Awaited<ReturnType<typeof openInstance>>;
