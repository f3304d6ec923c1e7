import { answer, startStubUpstream } from '../../kit/testing/stub-upstream.ts';
import { createTransport } from '../../kit/transport.ts';
import { MisClient } from '../mis-client.ts';

const unhurried = { connect: 10_000, read: 20_000, write: 20_000 };

/** A stand-in for MIS with two tokens of each kind to give away, and a client of it. `clock` is in milliseconds. */
export async function openMis(clock: () => number) {
  const upstream = await startStubUpstream();
  const transport = createTransport(upstream.url, unhurried, { clock, random: () => 0 });
  for (const kind of ['cod', 'rpgu'])
    upstream.on(
      `GET /auth/${kind}/token`,
      answer(200, { token: `${kind}-1` }),
      answer(200, { token: `${kind}-2` }),
    );
  return {
    upstream,
    client: new MisClient(transport, clock),
    /** The calls themselves, without those for tokens. */
    asked: () => upstream.seen.filter(({ path }) => !path.startsWith('/auth/')),
    close: async () => {
      await upstream.close();
      await transport.close();
    },
  };
}
