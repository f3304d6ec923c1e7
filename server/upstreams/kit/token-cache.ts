import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface Token {
  readonly value: string;
  /** When a new one is wanted: some time before the upstream's own end. */
  readonly renewAt: number;
}

/** So many people's at once: a token that made room for others is asked for anew. */
const tokensAtMost = 10_000;

const hashOf = (key: readonly (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(key)).digest('base64');

/** Tokens in memory only, one fetch at a time for each whatever the concurrency. Keys are hashed: they hold personal data. */
export class TokenCache {
  readonly #tokens = new LRUCache<string, Promise<Token>>({ max: tokensAtMost });
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** A token that is no use any more: the next one who asks gets a new one. */
  async forget(key: readonly (string | null)[], spent: string): Promise<void> {
    const hash = hashOf(key);
    const cached = this.#tokens.get(hash);
    if (cached && (await cached).value === spent && this.#tokens.get(hash) === cached)
      this.#tokens.delete(hash);
  }

  /** `key` names whose token it is. `spent` is a token that the upstream refused: it is never answered again. */
  async get(
    key: readonly (string | null)[],
    fetchToken: () => Promise<Token>,
    spent?: string,
  ): Promise<string> {
    const hash = hashOf(key);
    const cached = this.#tokens.get(hash);
    if (cached) {
      const token = await cached;
      if (token.value !== spent && token.renewAt > this.#clock()) return token.value;
      if (this.#tokens.get(hash) !== cached) return this.get(key, fetchToken, spent);
    }
    const fetching = fetchToken();
    this.#tokens.set(hash, fetching);
    try {
      return (await fetching).value;
    } catch (error) {
      this.#tokens.delete(hash);
      throw error;
    }
  }
}
