import { PassThrough } from 'node:stream';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '#server/session/sessions.ts';
import { EventStreams } from './event-streams.ts';

/** Whom each session acts for now; a session that is not here has ended. */
let acting: Map<string, readonly string[]>;
let refreshed: ReturnType<typeof vi.fn<(session: Session) => Promise<Session | null>>>;
let streams: EventStreams;
beforeEach(() => {
  acting = new Map();
  refreshed = vi.fn(async (session: Session) => (acting.has(session.idHash) ? session : null));
  streams = new EventStreams({
    refreshed,
    peopleOf: ({ idHash }) => new Map((acting.get(idHash) ?? []).map((name) => [name, `ref of ${name}`])),
  });
});

const sessionNamed = (idHash: string) => ({ idHash }) as Session;
/** A stream of a session, and what was said on it so far. */
function listen(session: string) {
  const stream = new PassThrough();
  let text = '';
  stream.on('data', (chunk) => (text += String(chunk)));
  streams.add(stream, sessionNamed(session));
  return { stream, said: () => text };
}

test('news of one patient read only the sessions that act for them, among two thousand streams', async () => {
  for (let each = 0; each < 2_000; each += 1) {
    acting.set(`s${each}`, [`patient-${each}`]);
    listen(`s${each}`);
  }
  for (let each = 0; each < 25; each += 1)
    await streams.heard({ operation: `op-${each}`, patient: `patient-${each}` });
  expect(refreshed).toHaveBeenCalledTimes(25);
});

test('whom a session acts for from now on is heard of, and nobody whom it has put away', async () => {
  acting.set('desk', ['anna']);
  const { said } = listen('desk');
  acting.set('desk', ['boris']);
  await streams.heard({ session: 'desk' });
  await streams.heard({ operation: 'hers', patient: 'anna' });
  await streams.heard({ operation: 'his', patient: 'boris' });
  expect(said()).toBe('event: operation\ndata: {"operation":"his","person":"ref of boris"}\n\n');
});

test('a session that has ended ends its streams at once, and nobody else’s', async () => {
  acting.set('mine', ['anna']);
  acting.set('other', ['anna']);
  const [mine, other] = [listen('mine'), listen('other')];
  acting.delete('mine');
  await streams.heard({ session: 'mine' });
  expect([mine.stream.writable, other.stream.writable]).toEqual([false, true]);
});

test('more pages of one session than anybody opens close the oldest', () => {
  acting.set('mine', ['anna']);
  const all = Array.from({ length: 21 }, () => listen('mine'));
  expect(all.map(({ stream }) => stream.writable)).toEqual([false, ...Array(20).fill(true)]);
});
