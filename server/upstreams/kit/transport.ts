import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type { FailureReport } from '#contract/operation.ts';
import { wasLost, wasNeverMade } from './connection-errors.ts';
import { sourceUnavailable } from './failure-reports.ts';
import { createGuard, isHeldBack } from './guard.ts';
import { ReadFailure } from './read-failure.ts';
import { repeatPause } from './repeat-pause.ts';
import { RetryBucket } from './retry-bucket.ts';

export interface UpstreamCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base address, already encoded; built with `pathOf`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The sandbox's isolated world. */
  readonly world: string | null;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly location: string | null;
  /** `Retry-After` as it came. */
  readonly retryAfter: string | null;
  readonly text: string;
  /** The body as JSON; undefined where it is none. Still to be parsed. */
  readonly json: unknown;
}

/** `not-sent`: provably nothing left this machine, and why, where that is known. `silent`: it may have arrived, and no usable answer came back. */
export type WriteReply =
  Answered | { readonly kind: 'not-sent'; readonly report?: FailureReport } | { readonly kind: 'silent' };

export interface Limits {
  readonly connect: number;
  readonly read: number;
  readonly write: number;
}

export interface Transport {
  /**
   * A read: one repeat after a pause, only where there was no connection, or it was lost, or 502, 503 or 504 came, only
   * while repeats are left, within one deadline. Throws `ReadFailure`.
   */
  read(call: UpstreamCall): Promise<Answered>;
  /** A write: one attempt, one deadline over the whole call, no redirects. */
  write(call: UpstreamCall): Promise<WriteReply>;
  close(): Promise<void>;
}

/** What a transport may not know by itself. */
export interface Chance {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
}

const largestBody = 2 * 1024 * 1024;
const passing = new Set([502, 503, 504]);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const single = (header: string | string[] | undefined) => (typeof header === 'string' ? header : null);

/** One upstream: its own connections, its own breaker, so that a dead one leaves the others at their speed. */
export function createTransport(baseUrl: string, limits: Limits, { clock, random }: Chance): Transport {
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, {
    connections: 16,
    connect: { timeout: limits.connect },
    maxResponseSize: largestBody,
  });
  const guard = createGuard();
  const repeats = new RetryBucket();

  /** `deadline` runs from the call, the wait for a free place included: a call that is due before it is sent never is. */
  const once = (call: UpstreamCall, deadline: AbortSignal): Promise<Answered> =>
    guard.execute(async () => {
      const query = new URLSearchParams(
        Object.entries(call.query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ).toString();
      const { statusCode, headers, body } = await pool.request({
        method: call.method,
        path: `${prefix}${call.path}${query ? `?${query}` : ''}`,
        headers: {
          accept: 'application/json',
          ...call.headers,
          ...(call.world ? { 'x-sandbox-world': call.world } : {}),
        },
        body: call.body ?? null,
        signal: deadline,
      });
      const text = await body.text();
      return {
        kind: 'answered',
        status: statusCode,
        location: single(headers['location']),
        retryAfter: single(headers['retry-after']),
        text,
        json: parseJson(text),
      };
    }, deadline);

  return {
    read: async (call) => {
      const due = clock() + limits.read;
      const deadline = AbortSignal.timeout(limits.read);
      repeats.earn();
      try {
        const first = await once(call, deadline).catch((error: unknown) => {
          if (wasNeverMade(error) || wasLost(error)) return null;
          throw error;
        });
        if (first && !passing.has(first.status)) return first;
        const wait = repeatPause(first?.retryAfter ?? null, clock(), random);
        if (clock() + wait < due && repeats.spend()) {
          await pause(wait);
          const second = await once(call, deadline);
          if (!passing.has(second.status)) return second;
        }
      } catch (cause) {
        throw new ReadFailure(sourceUnavailable, { cause });
      }
      throw new ReadFailure(sourceUnavailable);
    },
    write: async (call) => {
      repeats.earn();
      try {
        return await once(call, AbortSignal.timeout(limits.write));
      } catch (error) {
        return isHeldBack(error) || wasNeverMade(error) ? { kind: 'not-sent' } : { kind: 'silent' };
      }
    },
    close: () => pool.close(),
  };
}
