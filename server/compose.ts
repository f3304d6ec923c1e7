import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { Journal } from './operations/journal.ts';
import { OperationRows } from './operations/operation-rows.ts';
import type { OperationDeps } from './operations/operation-deps.ts';
import { Sessions } from './session/sessions.ts';
import { ScheduledRows } from './operations/scheduled-rows.ts';
import { SignIn } from './session/sign-in.ts';
import { createVault } from './session/vault.ts';
import { Audit } from './store/audit.ts';
import { RateCounts } from './store/rate-counts.ts';
import type { Store } from './store/store.ts';
import { buildUpstreams } from './upstreams/build-upstreams.ts';
import type { Upstreams } from './upstreams/kit/ports.ts';

export interface Composition {
  readonly clock: () => Date;
  readonly pause?: OperationDeps['pause'];
  readonly upstreams?: Upstreams;
}

/** Puts the server's parts together over an open store. What depends on time or on vendors may be given instead. */
export function compose(config: Config, store: Store, given: Composition): Deps {
  const { clock } = given;
  const upstreams = given.upstreams ?? buildUpstreams(config.upstreams, () => clock().getTime());
  const vault = createVault(config.sessionSecret);
  const timing = { clock, pause: given.pause ?? pause };
  const rows = new OperationRows(store.db, vault, clock);
  const scheduled = new ScheduledRows(store.db, rows, clock);
  const journal = new Journal({
    rows,
    scheduled,
    pause: timing.pause,
    announce: (operation, patient) => store.announce({ operation: operation.id, patient }),
  });
  const { holdMinutes, undoSeconds } = config;
  const operations = {
    db: store.db,
    upstreams,
    journal,
    scheduled,
    vault,
    holdMinutes,
    undoSeconds,
    ...timing,
  };
  return {
    config,
    store,
    upstreams,
    vault,
    counts: new RateCounts(store.db),
    audit: new Audit(store.db),
    clock,
    operations,
    sessions: new Sessions(store.db, vault, (session) => store.announce({ session })),
    signIn: new SignIn(store.db, config, vault),
  };
}
