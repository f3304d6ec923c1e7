import type { Upstreams } from '#server/upstreams/kit/ports.ts';
import { FakeClinic } from './fake-clinic.ts';
import type { FakeClock } from './fake-clock.ts';
import { FakeRequests } from './fake-requests.ts';
import { Script } from './script.ts';

/** Upstreams that do what a test's script says, with the truth of what they did. */
export function fakeWorld(clock: FakeClock) {
  const script = new Script();
  const clinic = new FakeClinic(script, clock);
  const requests = new FakeRequests(script);
  const upstreams: Upstreams = {
    clinicVisits: clinic.visits,
    schedule: clinic.schedule,
    requests: requests.port,
    homeCalls: null,
    waitingList: null,
    visits: null,
    findPatient: null,
    close: async () => undefined,
  };
  return { script, clinic, requests, upstreams };
}

export type FakeWorld = ReturnType<typeof fakeWorld>;
