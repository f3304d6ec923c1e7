import type { Config } from './config.ts';
import type { OperationDeps } from './operations/operation-deps.ts';
import type { Sessions } from './session/sessions.ts';
import type { SignIn } from './session/sign-in.ts';
import type { Vault } from './session/vault.ts';
import type { Audit } from './store/audit.ts';
import type { RateCounts } from './store/rate-counts.ts';
import type { Store } from './store/store.ts';
import type { Upstreams } from './upstreams/kit/ports.ts';

/** What the routes are given. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly upstreams: Upstreams;
  readonly operations: OperationDeps;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly vault: Vault;
  readonly counts: RateCounts;
  readonly audit: Audit;
  readonly clock: () => Date;
}
