import { lookAgain, neverLearned } from './look-again.ts';
import { lookForMs, nextLook } from './look-times.ts';
import type { OperationDeps } from './operation-deps.ts';
import type { OpenRow } from './open-row.ts';
import { releaseAbandoned } from './release-hold.ts';
import { Rounds } from './rounds.ts';

const rowsAtOnce = 10;

export interface ReconcilerOptions {
  /** Told of what went wrong; the row comes up again by itself. */
  readonly onError: (error: unknown) => void;
}

/** Settles, in the background, what nobody waits for any more: open outcomes, rows that a crash left behind, abandoned holds. */
export class Reconciler {
  readonly #deps: OperationDeps;
  readonly #options: ReconcilerOptions;
  readonly #rounds: Rounds;

  constructor(deps: OperationDeps, options: ReconcilerOptions) {
    this.#deps = deps;
    this.#options = options;
    this.#rounds = new Rounds(() => this.round(), options.onError);
  }

  start(): void {
    this.#rounds.start();
  }

  /** Waits for the round that is under way. */
  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  /** Looks at everything whose time has come, once; answers how many rows that were. */
  async round(): Promise<number> {
    const due = await this.#deps.journal.rows.due(rowsAtOnce);
    await Promise.all(due.map((open) => this.#look(open).catch(this.#options.onError)));
    return due.length + (await releaseAbandoned(this.#deps, rowsAtOnce));
  }

  async #look(open: OpenRow): Promise<void> {
    const { journal, clock } = this.#deps;
    const { row } = open;
    const now = clock();
    // Nobody waits for the answer to a release: the time comes free either way.
    const late = { late: row.kind !== 'release' };
    // A look that breaks must not keep the row open for ever: it counts as one that could not read.
    const settled = await lookAgain(this.#deps, open).catch((error: unknown) => {
      this.#options.onError(error);
      return null;
    });
    const waited = now.getTime() - row.started_at.getTime() >= lookForMs;
    if (row.state === 'confirmed') {
      // Cancelled as far as readings showed: only a reading that lists it again changes anything.
      const active = settled?.state === 'refused' && settled.report?.failure === 'portal.still-on';
      if (active && settled.booking) await journal.contradict(row.id, settled.booking);
      else await journal.rows.lookLater(row.id, nextLook(row.started_at, now));
      return;
    }
    if (row.state === 'refused') {
      // Refused by reading: only a late success changes anything, and only its own.
      const isOwn = settled?.state === 'confirmed' && !(await journal.rows.overtaken(row));
      if (isOwn) await journal.settle(row.id, settled, late);
      else await journal.rows.lookLater(row.id, nextLook(row.started_at, now));
      return;
    }
    if (waited && (!settled || settled.state === 'unknown'))
      await journal.settle(row.id, neverLearned(), late);
    else if (settled) await journal.settle(row.id, settled, late);
    else await journal.rows.lookLater(row.id, nextLook(row.started_at, now, { readable: false }));
  }
}
