const everySecond = 1_000;

/** Does something again and again in the background, so long after it was done last. */
export class Rounds {
  readonly #round: () => Promise<unknown>;
  /** Told of what went wrong; the next round comes all the same. */
  readonly #onError: (error: unknown) => void;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(round: () => Promise<unknown>, onError: (error: unknown) => void, everyMs = everySecond) {
    this.#round = round;
    this.#onError = onError;
    this.#everyMs = everyMs;
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#round()
        .catch(this.#onError)
        .finally(() => {
          if (!this.#stopped) this.start();
        });
    }, this.#everyMs);
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }
}
