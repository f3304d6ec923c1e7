import type { FailureName } from '#contract/failures.ts';
import { notSent, outcomeUnknown, sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { WriteOutcome } from '#server/upstreams/kit/outcome.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';

/** What becomes of one write, and what is said of it: the two need not agree. */
export interface Play {
  /** `late` happens when the test says so, after the answer was given up. */
  readonly does: 'now' | 'never' | 'late';
  /** `crash` is our own process dying while it waits for the answer. */
  readonly says: 'truth' | 'nothing' | 'not-sent' | 'crash' | FailureName;
}

const honest: Play = { does: 'now', says: 'truth' };

/** Our process died while it waited: nothing after the send was done. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

export const refusal = (failure: FailureName) =>
  ({ kind: 'refused', report: { failure, upstream: null, facts: {}, text: null } }) as const;

/** How a world's upstreams behave: whether they can be read, and what becomes of each write, in order. */
export class Script {
  /** Every write that arrived, or tried to. */
  readonly sent: string[] = [];
  readable = true;
  /** Called before a write takes effect, as a witness of what was there by then. */
  witness: (what: string) => Promise<unknown> = async () => undefined;
  readonly #plays: Play[] = [];
  #late: (() => unknown)[] = [];

  play(...plays: Play[]): void {
    this.#plays.push(...plays);
  }

  /** Forgets the plays that no write has come for. */
  behave(): void {
    this.#plays.length = 0;
  }

  /** Lets happen what was only delayed. */
  commitLate(): void {
    const late = this.#late;
    this.#late = [];
    for (const act of late) act();
  }

  read<T>(value: () => T): T {
    if (!this.readable) throw new ReadFailure(sourceUnavailable);
    return value();
  }

  async write<T>(what: string, act: () => WriteOutcome<T>): Promise<WriteOutcome<T>> {
    await this.witness(what);
    this.sent.push(what);
    const { does, says } = this.#plays.shift() ?? honest;
    if (says === 'not-sent') return { kind: 'refused', report: notSent };
    if (does === 'late') this.#late.push(act);
    const truth = does === 'now' ? act() : null;
    if (says === 'crash') throw new Crashed(what);
    if (says === 'nothing') return { kind: 'unknown', report: outcomeUnknown };
    return says === 'truth' ? (truth ?? { kind: 'unknown', report: outcomeUnknown }) : refusal(says);
  }
}
