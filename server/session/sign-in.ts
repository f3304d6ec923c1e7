import type { Selectable } from 'kysely';
import * as oidc from 'openid-client';
import type { Config } from '#server/config.ts';
import type { SignInRow } from '#server/store/schema.ts';
import type { Database } from '#server/store/store.ts';
import { subjectFrom } from './claims.ts';
import type { Subject } from './subject.ts';
import { goOnWith, unfinished, withLeftBefore, type Draft, type Unfinished } from './unfinished.ts';
import type { Vault } from './vault.ts';

const attemptMs = 10 * 60_000;
/** How long what somebody had left waits for them to sign in, whatever becomes of the attempt. */
const leftMs = 60 * 60_000;
/** Somebody waits: also for a sign-out, which asks the provider where to go. */
const providerSeconds = 5;

type Attempt = Selectable<SignInRow>;
type NewAttempt = ReturnType<typeof newAttempt>;

interface Beginning {
  readonly returnTo: string;
  readonly before: string | null;
  readonly left?: Unfinished | null;
}

/** What the browser keeps in its cookie, and for how long. */
interface Left {
  readonly state: string;
  readonly waitsMs: number;
}

interface Begun extends Left {
  readonly address: URL;
}

interface Finished {
  readonly who: Subject;
  readonly draft: Draft | null;
  readonly returnTo: string;
  /** Names of claims that do not fit and were left out. */
  readonly unfit: readonly string[];
}

/** Not signed in. What was left waits for the next attempt of the same browser; `cause` is what went wrong between us and the provider. */
interface BrokenOff {
  readonly left: Left | null;
  readonly returnTo: string;
  readonly cause: unknown;
}

const newAttempt = () => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
});

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce, run by the server. Tokens never reach the browser. */
export class SignIn {
  readonly #db: Database;
  readonly #config: Config;
  readonly #vault: Vault;
  #provider: Promise<oidc.Configuration> | null = null;

  constructor(db: Database, config: Config, vault: Vault) {
    this.#db = db;
    this.#config = config;
    this.#vault = vault;
  }

  /**
   * Where to send the browser. `returnTo` is a path of ours, already checked; `left` is what to go on with there. What an attempt
   * of this browser left before (`before` is its state) goes along.
   */
  async begin({ returnTo, before, left = null }: Beginning, now: Date): Promise<Begun> {
    const provider = await this.#discovered();
    const { state, nonce, verifier } = newAttempt();
    await this.#db
      .deleteFrom('sign_ins')
      .where('ends_at', '<', new Date(now.getTime() - leftMs))
      .execute();
    const unfinished = withLeftBefore(left, before === null ? null : this.#left(await this.#take(before)));
    await this.#keep({ state, nonce, verifier, returnTo, unfinished }, now);
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.#callback().href,
      scope: 'openid',
      // The clinic's desktops are shared: never the previous person without asking.
      prompt: 'login',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { address, state, waitsMs: unfinished ? leftMs : attemptMs };
  }

  /** Who came back. An attempt counts once. `expectedState` is the browser's own; null where it began none. */
  async finish(
    query: URLSearchParams,
    expectedState: string | null,
    now: Date,
  ): Promise<Finished | BrokenOff | null> {
    const state = query.get('state');
    if (!state || state !== expectedState) return null;
    const attempt = await this.#take(state);
    if (!attempt) return null;
    const left = this.#left(attempt);
    const returnTo = attempt.return_to;
    try {
      const came = attempt.ends_at > now && !query.has('error') ? await this.#cameBack(query, attempt) : null;
      if (came) {
        const goesOn = { ...goOnWith(left, came.who), unfit: came.unfit };
        // Begun anew from the start page, it goes on where something was typed.
        return { ...goesOn, returnTo: (returnTo === '/' && goesOn.draft?.address) || returnTo };
      }
      return { returnTo, left: await this.#leave(left, now), cause: null };
    } catch (cause) {
      return { returnTo, left: await this.#leave(left, now), cause };
    }
  }

  /** What was typed at an address has been given back: the attempt goes on, and brings it no second time. */
  async forgetDraft(state: string, address: string): Promise<void> {
    const attempt = await this.#db
      .selectFrom('sign_ins')
      .select('unfinished')
      .where('state', '=', state)
      .executeTakeFirst();
    const left = this.#left(attempt ?? null);
    if (left?.draft?.address !== address) return;
    await this.#db
      .updateTable('sign_ins')
      .set({ unfinished: this.#vault.seal({ ...left, draft: null }) })
      .where('state', '=', state)
      .execute();
  }

  /** Nothing of an attempt is left: whoever began it has signed out. */
  async forget(state: string): Promise<void> {
    await this.#take(state);
  }

  async #cameBack(query: URLSearchParams, attempt: Attempt) {
    const url = this.#callback();
    url.search = query.toString();
    const tokens = await oidc.authorizationCodeGrant(await this.#discovered(), url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
    });
    return subjectFrom(tokens.claims(), tokens.id_token ?? null, this.#config.sandbox);
  }

  async #take(state: string): Promise<Attempt | null> {
    const taken = await this.#db
      .deleteFrom('sign_ins')
      .where('state', '=', state)
      .returningAll()
      .executeTakeFirst();
    return taken ?? null;
  }

  #left(attempt: Pick<Attempt, 'unfinished'> | null): Unfinished | null {
    const sealed = attempt?.unfinished ?? null;
    return unfinished
      .nullable()
      .catch(null)
      .parse(sealed === null ? null : this.#vault.open(sealed));
  }

  /** Keeps what was left of a broken attempt, under a state that no provider has heard of. */
  async #leave(left: Unfinished | null, now: Date): Promise<Left | null> {
    if (!left) return null;
    const attempt = newAttempt();
    await this.#keep({ ...attempt, returnTo: '/', unfinished: left }, now);
    return { state: attempt.state, waitsMs: leftMs };
  }

  async #keep(
    { returnTo, unfinished, ...attempt }: NewAttempt & { returnTo: string; unfinished: Unfinished | null },
    now: Date,
  ): Promise<void> {
    await this.#db
      .insertInto('sign_ins')
      .values({
        ...attempt,
        return_to: returnTo,
        ends_at: new Date(now.getTime() + attemptMs),
        unfinished: unfinished && this.#vault.seal(unfinished),
      })
      .execute();
  }

  /** Where to send the browser so that the provider forgets too; our own start page where it has no such address. */
  async endAddress(idToken: string | null): Promise<string> {
    const home = new URL('/', this.#config.publicUrl).href;
    const provider = await this.#discovered();
    if (!provider.serverMetadata().end_session_endpoint || !idToken) return home;
    return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: home, id_token_hint: idToken }).href;
  }

  #callback(): URL {
    return new URL('/auth/callback', this.#config.publicUrl);
  }

  /** Asked at the first need and kept; a provider that was down is asked again. */
  #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#config.oidc;
    this.#provider ??= oidc
      .discovery(issuer, clientId, clientSecret, undefined, {
        timeout: providerSeconds,
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#provider = null;
        throw error;
      });
    return this.#provider;
  }
}
