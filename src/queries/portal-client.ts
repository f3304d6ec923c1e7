import * as z from 'zod/mini';
import type { Problem } from '#contract/operation.ts';
import type { FailureName } from '#contract/failures.ts';
import { ownAccount } from './own-account.ts';
import { accepted, answerLimitMs, earlyAnswer, linesType } from './head-start.ts';

/** A request that did not work, with the one name of why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(found: Problem, status: number, cause?: unknown) {
    super(found.failure, { cause });
    this.problem = found;
    this.status = status;
  }
}

/** Why something failed: what the server named, else what we can honestly say without it. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : ownProblem('portal.unexpected');

interface Call<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly schema: z.ZodMiniType<T>;
  readonly search?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  /** One key per intent of the person, the same for every repeat of it. Writes only. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The page asks by itself, without a hand on it: no use of the session. Reads only. */
  readonly byItself?: boolean;
  /** Reads, and parses, an answer that comes as one JSON row a line, while it arrives. */
  readonly lines?: ((body: ReadableStream<Uint8Array>) => Promise<T>) | undefined;
}

type Read<T> = Pick<Call<T>, 'path' | 'schema' | 'search' | 'signal' | 'byItself' | 'lines'>;
type Write<T> = Pick<Call<T>, 'path' | 'schema' | 'body' | 'key'>;

/** The portal API. Throws `ProblemError`, and nothing else but an abort by `signal`. */
export const portal = {
  get: <T>(read: Read<T>): Promise<T> => ask({ ...read, method: 'GET' }),
  post: <T>(write: Write<T>): Promise<T> => ask({ ...write, method: 'POST' }),
  delete: <T>(write: Write<T>): Promise<T> => ask({ ...write, method: 'DELETE' }),
};

/** Whether the portal answers at all, whatever it says. */
export const isThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );

async function ask<T>(call: Call<T>): Promise<T> {
  const answer = await send(call);
  if (!answer.ok) throw await refusal(call, answer);
  if (answer.read !== undefined) return answer.read;
  const parsed = z.safeParse(call.schema, answer.body);
  if (parsed.success) return parsed.data;
  throw new ProblemError(ownProblem(silence(call)), answer.status, parsed.error);
}

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  readonly body?: unknown;
  /** What came in lines is read already. */
  readonly read?: T;
}

async function send<T>(call: Call<T>): Promise<Answer<T>> {
  const { method, signal, lines } = call;
  // Said at once and never sent later. Once something has left, only silence can be told, so this is asked before.
  if (method !== 'GET' && !navigator.onLine) throw new ProblemError(ownProblem('portal.offline'), 0);
  const limit = AbortSignal.timeout(answerLimitMs);
  try {
    const response = await begin(call, signal ? AbortSignal.any([signal, limit]) : limit);
    const { ok, status } = response;
    if (lines && ok && response.body && response.headers.get('content-type')?.startsWith(linesType))
      return { ok, status, read: await lines(response.body) };
    const text = await response.text();
    return { ok, status, body: text ? jsonOf(text) : undefined };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const offline = method === 'GET' && !navigator.onLine;
    throw new ProblemError(ownProblem(offline ? 'portal.offline' : silence({ method })), 0, cause);
  }
}

/** The answer that was asked for while this code was on its way, else a new one. */
function begin<T>(call: Call<T>, signal: AbortSignal): Promise<Response> {
  const { method, body, key, byItself, lines } = call;
  const to = address(call.path, call.search);
  const account = ownAccount();
  const early = method === 'GET' ? earlyAnswer(to) : undefined;
  return (
    early ??
    fetch(to, {
      method,
      headers: {
        Accept: accepted(lines !== undefined),
        ...(method !== 'GET' && { 'X-Portal': '1' }),
        ...(account !== null && { 'X-Portal-Account': account }),
        ...(byItself && { 'X-By-Itself': '1' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal,
      redirect: 'error',
    })
  );
}

/** Silence after a write leaves it unknown; after a read nothing has changed, and it may be asked again. */
const silence = ({ method }: { method: Call<unknown>['method'] }): FailureName =>
  method === 'GET' ? 'portal.source-unavailable' : 'portal.outcome-unknown';

/** Problems are the exception: how to read them comes with the first one, not with the first screen. */
async function refusal<T>(call: Call<T>, { status, body }: Answer<T>): Promise<ProblemError> {
  const ours = status >= 500 ? silence(call) : 'portal.unexpected';
  try {
    const { readProblem } = await import('./read-problem.ts');
    return new ProblemError(readProblem(body) ?? ownProblem(ours), status);
  } catch (cause) {
    return new ProblemError(ownProblem(silence(call)), status, cause);
  }
}

const ownProblem = (failure: FailureName): Problem => ({
  type: 'about:blank',
  status: 0,
  title: failure,
  failure,
  upstream: null,
  facts: {},
  text: null,
  operation: null,
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no schema will take it, and that is then the failure with a name.
    return undefined;
  }
}

function address(path: string, search: Call<unknown>['search'] = {}): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
