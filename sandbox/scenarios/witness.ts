import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/store.ts';
import type { Worlds } from '../store/worlds.ts';

/** What a vendor answers: a status, perhaps a body, perhaps headers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly request: FastifyRequest;
  readonly world: string;
  readonly now: Date;
}

/** An answer that a scenario may name; some are filled in from the call that they answer. */
export type Told = Answer | ((call: Call) => Promise<Answer>);

export interface Witness {
  readonly store: Store;
  readonly worlds: Worlds;
  /** Every operation, and the answers that a scenario may name for it. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /**
   * A handler that logs the call, plays the scenario that its world was told to play, and else answers truly.
   * `documented` are the answers of this operation that a scenario may name, beside the faults that all share.
   */
  handle(
    operation: string,
    answer: (call: Call) => Promise<Answer>,
    documented?: Readonly<Record<string, Told>>,
  ): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Resolves when what was to be committed late has been. */
  settled(): Promise<void>;
}

/** The world that a request belongs to; `main` where it names none. */
export function worldOf(request: FastifyRequest): string {
  const named = request.headers['x-sandbox-world'];
  return typeof named === 'string' && /^[a-z0-9-]{1,60}$/.test(named) ? named : 'main';
}
