/** In tenths of a repeat, so that sums stay exact. */
const most = 100;
const cost = 10;

/**
 * Repeats are a tenth of the requests at most, so that an upstream in trouble is not asked twice by everybody.
 * Full at first: after a quiet night, too, a request may be repeated.
 */
export class RetryBucket {
  #tenths = most;

  /** Every request earns a tenth of a repeat. */
  earn(): void {
    this.#tenths = Math.min(most, this.#tenths + 1);
  }

  /** Whether there is a repeat to spend; it is spent then. */
  spend(): boolean {
    if (this.#tenths < cost) return false;
    this.#tenths -= cost;
    return true;
  }
}
