import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { Store } from '../store/store.ts';
import type { Worlds } from '../store/worlds.ts';
import { close, faults, type Pause } from './faults.ts';
import { keepRequest } from './requests-seen.ts';
import { send } from './send.ts';
import { worldOf, type Answer, type Call, type Told, type Witness } from './witness.ts';

type Scenario = { answer: string; delay_ms: number | null };

const afterCommit = '-after-commit';
const slowMs = 2_500;
const lateMs = 1_500;

/** The answers that may be named for an operation: its own and the faults, each before the commit or in place of the truth after it. */
const namesOf = (documented: Readonly<Record<string, Told>>) => {
  const names = [...new Set([...Object.keys(documented), ...Object.keys(faults), 'slow'])];
  return [...names, ...names.map((name) => name + afterCommit), 'commit-later'];
};

export function createWitness(store: Store, worlds: Worlds, pause: Pause): Witness {
  const documentedBy = new Map<string, Readonly<Record<string, Told>>>();
  const answers = new Map<string, readonly string[]>();
  const late = new Set<Promise<unknown>>();

  const take = (world: string, operation: string) =>
    store.transaction(async (db): Promise<Scenario | null> => {
      const [scenario] = await db.query<Scenario & { id: string }>(
        'select id, answer, delay_ms from scenarios where world = $1 and operation = $2 and times > 0 order by id limit 1 for update',
        [world, operation],
      );
      if (!scenario) return null;
      await db.query('update scenarios set times = times - 1 where id = $1', [scenario.id]);
      return scenario;
    });

  /** As a queue behind a vendor's front does: whoever asked has long gone when it happens. */
  const commitLater = async (call: Call, answer: (call: Call) => Promise<Answer>, delayMs: number) => {
    await once(call.request.raw.socket, 'close');
    await pause(delayMs);
    await answer({ ...call, now: await worlds.now(call.world) });
  };

  const play = async (
    operation: string,
    answer: (call: Call) => Promise<Answer>,
    call: Call,
    reply: FastifyReply,
    { answer: named, delay_ms: delayMs }: Scenario,
  ): Promise<unknown> => {
    if (named === 'commit-later') {
      const committing = commitLater(call, answer, delayMs ?? lateMs)
        .catch((error: unknown) => process.stderr.write(`The late ${operation} failed: ${String(error)}\n`))
        .finally(() => late.delete(committing));
      late.add(committing);
      return close({ reply, truth: null, pause });
    }
    const committed = named.endsWith(afterCommit);
    const name = committed ? named.slice(0, -afterCommit.length) : named;
    if (name === 'slow' && !committed) {
      await pause(delayMs ?? slowMs);
      return send(reply, await answer(call));
    }
    const truth = committed ? await answer(call) : null;
    if (name === 'slow' && truth) {
      await pause(delayMs ?? slowMs);
      return send(reply, truth);
    }
    const told = documentedBy.get(operation)?.[name];
    if (told) return send(reply, typeof told === 'function' ? await told(call) : told);
    return faults[name]?.({ reply, truth, pause });
  };

  return {
    store,
    worlds,
    answers,
    handle: (operation, answer, documented = {}) => {
      const known = { ...documentedBy.get(operation), ...documented };
      documentedBy.set(operation, known);
      answers.set(operation, namesOf(known));
      return async (request, reply) => {
        const world = worldOf(request);
        await worlds.enter(world);
        await keepRequest(store, world, operation, request);
        const call = { request, world, now: await worlds.now(world) };
        const scenario = await take(world, operation);
        return scenario ? play(operation, answer, call, reply, scenario) : send(reply, await answer(call));
      };
    },
    settled: async () => void (await Promise.all(late)),
  };
}
