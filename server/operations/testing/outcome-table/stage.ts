import { generateKeyPairSync } from 'node:crypto';
import { buildUpstreams } from '#server/upstreams/build-upstreams.ts';
import { notSent } from '#server/upstreams/kit/failure-reports.ts';
import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import { answer, type Play, type StubUpstream } from '#server/upstreams/kit/testing/stub-upstream.ts';
import { preparedHold } from './mis-writes.ts';
import type { Standing, Write } from './write.ts';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** The real adapters of all three vendors over one stand-in. Anew for each cell: a breaker remembers. */
export const adaptersOver = (url: string, clock: () => number): Upstreams =>
  buildUpstreams(
    {
      mis: { url },
      connect: {
        url,
        tokenUrl: `${url}/connect/token`,
        clientId: 'talon',
        privateKey,
        keyId: null,
        apiVersion: 7,
      },
      loop: { url, tokenUrl: `${url}/loop/token`, clientId: 'talon', clientSecret: 's', brandId: 'brand-1' },
      limits: { connect: 10_000, read: 20_000, write: 20_000 },
    },
    clock,
  );

/** From now on the stand-in answers one write by these plays, and shows its effect once the last of them has been played. */
export function stage(
  stub: StubUpstream,
  write: Write,
  { plays, standing, clock }: { plays: readonly Play[]; standing: Standing; clock: () => Date },
): { writes: () => number } {
  const before = stub.seenAt(write.route).length;
  const writes = () => stub.seenAt(write.route).length - before;
  stub.on('*', (response, seen) => {
    const route = `${seen.method} ${seen.path}`;
    const shown = writes() < plays.length ? 'before' : standing;
    const play =
      route === write.route
        ? plays[Math.min(writes(), plays.length) - 1]
        : route === preparedHold.route
          ? preparedHold.play
          : write.read(route, shown, clock());
    (play ?? answer(501))(response, seen);
  });
  return { writes };
}

const unsent = async () => ({ kind: 'refused', report: notSent }) as const;

/** Readable as ever, but no write leaves this machine. */
export const cutOff = (upstreams: Upstreams): Upstreams => ({
  ...upstreams,
  clinicVisits: upstreams.clinicVisits && { ...upstreams.clinicVisits, cancel: unsent },
  homeCalls: upstreams.homeCalls && { ...upstreams.homeCalls, cancel: unsent },
  visits: upstreams.visits && { ...upstreams.visits, cancel: unsent, move: unsent },
  schedule: upstreams.schedule && {
    ...upstreams.schedule,
    reserve: unsent,
    confirm: unsent,
    release: unsent,
  },
  requests: upstreams.requests && {
    ...upstreams.requests,
    requestTimes: unsent,
    bookTime: unsent,
    cancel: unsent,
  },
});
