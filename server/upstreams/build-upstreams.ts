import { createConnectRequests } from './connect/connect-adapter.ts';
import type { Upstreams } from './kit/ports.ts';
import { createTransport, type Transport } from './kit/transport.ts';
import type { UpstreamConfig } from './kit/upstream-config.ts';
import { createLoopVisits } from './loop/loop-adapter.ts';
import { MisClient } from './mis/mis-client.ts';
import { createMisHomeCalls } from './mis/mis-home-calls.ts';
import { createMisSchedule } from './mis/mis-schedule.ts';
import { createMisVisits } from './mis/mis-visits.ts';
import { createMisWaiting } from './mis/mis-waiting.ts';

/** Connects everything that is configured; an absent vendor's parts are null. `clock` is in milliseconds. */
export function buildUpstreams(
  config: UpstreamConfig,
  clock: () => number,
  random: () => number = Math.random,
): Upstreams {
  const opened: Transport[] = [];
  const open = (url: string) => {
    const transport = createTransport(url, config.limits, { clock, random });
    opened.push(transport);
    return transport;
  };
  const mis = config.mis ? new MisClient(open(config.mis.url), clock) : null;
  const withTokens = ({ url, tokenUrl }: { url: string; tokenUrl: string }) => ({
    transport: open(url),
    tokenTransport: open(new URL(tokenUrl).origin),
    clock,
  });
  return {
    clinicVisits: mis && createMisVisits(mis),
    homeCalls: mis && createMisHomeCalls(mis),
    schedule: mis && createMisSchedule(mis),
    waitingList: mis && createMisWaiting(mis),
    requests: config.connect && createConnectRequests(config.connect, withTokens(config.connect)),
    visits: config.loop && createLoopVisits(config.loop, withTokens(config.loop)),
    findPatient:
      mis &&
      (async (patient) => {
        const found = await mis.knows(patient);
        return { found, name: null };
      }),
    close: async () => {
      await Promise.all(opened.map((transport) => transport.close()));
    },
  };
}
