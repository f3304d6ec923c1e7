import * as oidc from 'openid-client';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/store/store.ts';
import { claims, subjectOf, type Subject } from './subject.ts';
import { goOnWith, unfinished, type Draft, type Unfinished } from './unfinished.ts';
import type { Vault } from './vault.ts';

const attemptMs = 10 * 60_000;
/** Somebody waits: also for a sign-out, which asks the provider where to go. */
const providerSeconds = 5;

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

  /** Where to send the browser. `returnTo` is a path of ours, already checked; `left` is what to go on with there. */
  async begin(returnTo: string, now: Date, left: Unfinished | null = null): Promise<URL> {
    const provider = await this.#discovered();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    await this.#db.deleteFrom('sign_ins').where('ends_at', '<', now).execute();
    await this.#db
      .insertInto('sign_ins')
      .values({
        state,
        nonce,
        verifier,
        return_to: returnTo,
        ends_at: new Date(now.getTime() + attemptMs),
        unfinished: left && this.#vault.seal(left),
      })
      .execute();
    return oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.#callback().href,
      scope: 'openid',
      // The clinic's desktops are shared: never the previous person without asking.
      prompt: 'login',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /** Who came back, or null where the sign-in was not finished. An attempt counts once. `expectedState` is the browser's own. */
  async finish(
    query: URLSearchParams,
    expectedState: string | null,
    now: Date,
  ): Promise<{ who: Subject; draft: Draft | null; returnTo: string } | null> {
    const state = query.get('state');
    if (!state || state !== expectedState) return null;
    const attempt = await this.#db
      .deleteFrom('sign_ins')
      .where('state', '=', state)
      .where('ends_at', '>', now)
      .returningAll()
      .executeTakeFirst();
    if (!attempt || query.has('error')) return null;
    const url = this.#callback();
    url.search = query.toString();
    const tokens = await oidc.authorizationCodeGrant(await this.#discovered(), url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
    });
    const parsed = claims.safeParse(tokens.claims());
    if (!parsed.success) return null;
    const left = attempt.unfinished === null ? null : this.#vault.open(attempt.unfinished);
    const who = subjectOf(parsed.data, tokens.id_token ?? null, this.#config.sandbox);
    return { ...goOnWith(unfinished.nullable().catch(null).parse(left), who), returnTo: attempt.return_to };
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
