import type { z } from 'zod';
import { noCard, notSent, sourceUnavailable } from '../kit/failure-reports.ts';
import type { Patient } from '../kit/patient.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import { TokenCache } from '../kit/token-cache.ts';
import type { Answered, Transport, UpstreamCall, WriteReply } from '../kit/transport.ts';
import { camelKeys } from './camel-keys.ts';
import { messageOf } from './mis-refusals.ts';
import { wireToken } from './mis-wire.ts';

/** A token for all of a patient's cards, for one of them, or for the patient in one clinic. */
export type TokenKind = 'cod' | 'rpgu' | { readonly clinic: string };

/** Where a kind of token comes from. Of the clinic's own no page was found: its address is by analogy. */
const sourceOf = (kind: TokenKind) =>
  typeof kind === 'string'
    ? { path: `/auth/${kind}/token`, query: {} }
    : { path: '/auth/lpu/token', query: { lpuGuid: kind.clinic } };

type Call = Omit<UpstreamCall, 'world'>;

/** Tokens live 30 minutes (assumption A2); asked anew a little earlier. */
const tokenLifeMs = 29 * 60_000;
const expiredCode = '5007';
/** Malformed, or signed with another key: a refusal, and this token will never be taken again. */
const uselessCodes = new Set<string | null>(['5008', '5009']);

/** Calls MIS with a patient's own token. An expired one (403/5007: not executed) is renewed once and the call repeated once. */
export class MisClient {
  readonly #transport: Transport;
  readonly #clock: () => number;
  readonly #tokens: TokenCache;

  constructor(transport: Transport, clock: () => number) {
    this.#transport = transport;
    this.#clock = clock;
    this.#tokens = new TokenCache(clock);
  }

  /** Whether MIS issues a token for this policy and birth date. Throws `ReadFailure` where it does not say. */
  async knows(patient: Patient): Promise<boolean> {
    const answer = await this.#askForToken(patient, 'cod');
    if (answer.status === 200 || isUnknownPatient(answer)) return answer.status === 200;
    throw new ReadFailure(sourceUnavailable);
  }

  /** A read that needs no token. */
  async readOpen<S extends z.ZodType>(
    patient: Patient,
    path: string,
    schema: S,
    query: Call['query'] = {},
  ): Promise<z.infer<S>> {
    return parsed(
      inOneSpelling(await this.#transport.read({ method: 'GET', path, query, world: patient.world })),
      schema,
    );
  }

  async read<S extends z.ZodType>(
    patient: Patient,
    kind: TokenKind,
    call: Call,
    schema: S,
  ): Promise<z.infer<S>> {
    const answer = await this.#withToken(patient, kind, (headers) =>
      this.#transport.read({ ...call, headers: { ...call.headers, ...headers }, world: patient.world }),
    );
    return parsed(answer, schema);
  }

  /** One attempt. A token that cannot be had means that nothing was sent. */
  async write(patient: Patient, kind: TokenKind, call: Call): Promise<WriteReply> {
    try {
      return await this.#withToken(patient, kind, (headers) =>
        this.#transport.write({ ...call, headers: { ...call.headers, ...headers }, world: patient.world }),
      );
    } catch (error) {
      if (error instanceof ReadFailure) return { kind: 'not-sent', report: unsent(error) };
      throw error;
    }
  }

  async #withToken<R extends WriteReply>(
    patient: Patient,
    kind: TokenKind,
    send: (headers: Record<string, string>) => Promise<R>,
  ): Promise<R> {
    const { path, query } = sourceOf(kind);
    const key = ['mis', path, query.lpuGuid ?? null, patient.policy, patient.birthDate, patient.world];
    const fetchToken = async () => {
      const answer = await this.#askForToken(patient, kind);
      if (isUnknownPatient(answer)) throw new ReadFailure(noCard);
      if (answer.status !== 200) throw new ReadFailure(sourceUnavailable);
      return { value: parsed(answer, wireToken).token, renewAt: this.#clock() + tokenLifeMs };
    };
    const token = await this.#tokens.get(key, fetchToken);
    const first = inOneSpelling(await send({ authorization: `Bearer ${token}` }));
    const code = first.kind === 'answered' && first.status === 403 ? messageOf(first.json).code : null;
    if (uselessCodes.has(code)) await this.#tokens.forget(key, token);
    if (code !== expiredCode) return first;
    const renewed = await this.#tokens.get(key, fetchToken, token);
    return inOneSpelling(await send({ authorization: `Bearer ${renewed}` }));
  }

  async #askForToken(patient: Patient, kind: TokenKind) {
    const { path, query } = sourceOf(kind);
    return inOneSpelling(
      await this.#transport.read({
        method: 'GET',
        path,
        query: { Birthday: patient.birthDate, n_pol: patient.policy, ...query },
        world: patient.world,
      }),
    );
  }
}

/** MIS' own word that it has no such patient: in JSON, as it speaks, and not a page that something on the way has sent. */
const isUnknownPatient = ({ status, json }: Answered) => status === 404 && json instanceof Object;

const unsent = ({ report }: ReadFailure) => (report.failure === noCard.failure ? report : notSent);

const inOneSpelling = <R extends WriteReply>(reply: R): R =>
  reply.kind === 'answered' ? { ...reply, json: camelKeys(reply.json) } : reply;

function parsed<S extends z.ZodType>(answer: Answered, schema: S): z.infer<S> {
  const result = answer.status === 200 ? schema.safeParse(answer.json) : null;
  if (!result?.success) throw new ReadFailure(sourceUnavailable, { cause: result?.error });
  return result.data;
}
