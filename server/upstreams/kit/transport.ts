import {
  BulkheadRejectedError,
  BrokenCircuitError,
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  CountBreaker,
  handleWhenResult,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { Pool } from 'undici';
import { notFound, sourceUnavailable } from './failure-reports.ts';
import { ReadFailure } from './read-failure.ts';

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
  readonly text: string;
  /** The body as JSON; undefined where it is none. Still to be parsed. */
  readonly json: unknown;
}

/** `not-sent`: provably nothing left this machine. `silent`: it may have arrived, and no usable answer came back. */
export type WriteReply = Answered | { readonly kind: 'not-sent' } | { readonly kind: 'silent' };

export interface Limits {
  readonly connect: number;
  readonly read: number;
  readonly write: number;
}

export interface Transport {
  /** A read: one repeat, only where nothing or a passing fault came back, within one deadline. Throws `ReadFailure`. */
  read(call: UpstreamCall): Promise<Answered>;
  /** A write: one attempt, one deadline over the whole call, no redirects. */
  write(call: UpstreamCall): Promise<WriteReply>;
  close(): Promise<void>;
}

const largestBody = 2 * 1024 * 1024;
const passing = new Set([502, 503, 504]);
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const isNotSent = (error: unknown): boolean =>
  error instanceof BrokenCircuitError ||
  error instanceof BulkheadRejectedError ||
  error instanceof TaskCancelledError ||
  (error instanceof Error &&
    (('code' in error && notSentCodes.has(String(error.code))) ||
      (error instanceof AggregateError && error.errors.every(isNotSent)) ||
      isNotSent(error.cause)));

/**
 * Joins path segments that came from outside: encoded, so that no id can leave its place. Dots stay dots however they
 * are encoded, so an id of nothing else names nothing: `ReadFailure`.
 */
export const pathOf = (...segments: readonly (string | number)[]) =>
  segments
    .map((segment) => {
      if (/^\.{0,2}$/.test(String(segment))) throw new ReadFailure(notFound);
      return `/${encodeURIComponent(segment)}`;
    })
    .join('');

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One upstream: its own connections, its own breaker, so that a dead one leaves the others at their speed. */
export function createTransport(baseUrl: string, limits: Limits): Transport {
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, {
    connections: 16,
    connect: { timeout: limits.connect },
    maxResponseSize: largestBody,
  });
  const guard = guardOf();

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
      const location = headers['location'];
      return {
        kind: 'answered',
        status: statusCode,
        location: typeof location === 'string' ? location : null,
        text,
        json: parseJson(text),
      };
    }, deadline);

  return {
    read: async (call) => {
      const deadline = AbortSignal.timeout(limits.read);
      const first = await once(call, deadline).catch((error: unknown) => ({
        kind: 'failed' as const,
        error,
      }));
      if (first.kind === 'answered' && !passing.has(first.status)) return first;
      try {
        const second = await once(call, deadline);
        if (!passing.has(second.status)) return second;
      } catch (cause) {
        throw new ReadFailure(sourceUnavailable, { cause });
      }
      throw new ReadFailure(sourceUnavailable);
    },
    write: async (call) => {
      try {
        return await once(call, AbortSignal.timeout(limits.write));
      } catch (error) {
        return isNotSent(error) ? { kind: 'not-sent' } : { kind: 'silent' };
      }
    },
    close: () => pool.close(),
  };
}

/**
 * Opens at 5 in a row or half of the last 20 (once there were 10), for 5 s. A refusal (4xx) never counts, being an
 * answer, nor does what was held back here.
 */
function guardOf() {
  const broken = handleWhenResult((result) => isAnswer(result) && result.status >= 500).orWhen(
    (error) => !(error instanceof TaskCancelledError || error instanceof BrokenCircuitError),
  );
  const options = { halfOpenAfter: 5_000 };
  return wrap(
    bulkhead(16, 32),
    circuitBreaker(broken, { ...options, breaker: new ConsecutiveBreaker(5) }),
    circuitBreaker(broken, {
      ...options,
      breaker: new CountBreaker({ threshold: 0.49, size: 20, minimumNumberOfCalls: 10 }),
    }),
  );
}

const isAnswer = (result: unknown): result is Answered =>
  typeof result === 'object' && result !== null && 'status' in result;
