import type { Operation } from '#contract/operation.ts';
import type { OperationDeps } from './operation-deps.ts';
import type { OpenRow } from './open-row.ts';
import { Rounds } from './rounds.ts';
import { sendScheduledCancel } from './send-cancel.ts';

const rowsAtOnce = 20;

/** Sends, in the background, every cancel whose undo delay is over. */
export class ScheduledSender {
  readonly #deps: OperationDeps;
  readonly #onError: (error: unknown) => void;
  readonly #rounds: Rounds;
  readonly #sending = new Set<Promise<unknown>>();

  constructor(deps: OperationDeps, onError: (error: unknown) => void) {
    this.#deps = deps;
    this.#onError = onError;
    // A clinic that is slow to answer keeps nobody else's cancel waiting.
    this.#rounds = new Rounds(() => this.begin(), onError);
  }

  start(): void {
    this.#rounds.start();
  }

  /** Waits for what is being sent. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    await Promise.all(this.#sending);
  }

  /** Claims what is due and begins to send it. */
  async begin(): Promise<void> {
    for (const open of await this.#deps.scheduled.claimDue(rowsAtOnce)) {
      const sending = sendClaimed(this.#deps, open).catch(this.#onError);
      this.#sending.add(sending);
      void sending.finally(() => this.#sending.delete(sending));
    }
  }
}

/** Sends one scheduled cancel that the caller has claimed. What breaks in the middle is looked at by the reconciler. */
export const sendClaimed = (deps: OperationDeps, open: OpenRow): Promise<Operation> =>
  deps.journal.sendClaimed(open, () => sendScheduledCancel(deps, open));
