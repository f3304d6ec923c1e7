import { sql, type Kysely, type Migration } from 'kysely';

/** Migrations in the order of their names; a landed one is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('sessions')
        .addColumn('id_hash', 'text', (column) => column.primaryKey())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('started_at', 'timestamptz', (column) => column.notNull())
        .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
        .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('sign_ins')
        .addColumn('state', 'text', (column) => column.primaryKey())
        .addColumn('verifier', 'text', (column) => column.notNull())
        .addColumn('nonce', 'text', (column) => column.notNull())
        .addColumn('return_to', 'text', (column) => column.notNull())
        .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('operations')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('patient', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) =>
          column.notNull().check(sql`state in ('started', 'confirmed', 'refused', 'unknown')`),
        )
        .addColumn('http_status', 'integer')
        .addColumn('upstream_code', 'text')
        .addColumn('report', 'text')
        .addColumn('snapshot', 'text')
        .addColumn('started_at', 'timestamptz', (column) => column.notNull())
        .addColumn('settled_at', 'timestamptz')
        .addUniqueConstraint('one_answer_per_key', ['actor', 'idempotency_key'])
        .execute();
      await sql`create unique index one_active_intent on operations (patient, kind, target) where state in ('started', 'unknown')`.execute(
        db,
      );
      await sql`create index operations_by_patient on operations (patient, kind, state)`.execute(db);
      await db.schema
        .createTable('holds')
        .addColumn('id', 'uuid', (column) => column.primaryKey())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('patient', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('clinic', 'text', (column) => column.notNull())
        .addColumn('slot', 'text', (column) => column.notNull())
        .addColumn('ticket', 'text')
        .addColumn('kept_until', 'timestamptz', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('snapshot', 'text', (column) => column.notNull())
        .execute();
      await sql`create index holds_by_patient on holds (patient, state)`.execute(db);
      await db.schema
        .createTable('known_requests')
        .addColumn('world', 'text', (column) => column.notNull())
        .addColumn('request_id', 'integer', (column) => column.notNull())
        .addColumn('patient', 'text', (column) => column.notNull())
        .addColumn('order_id', 'integer', (column) => column.notNull())
        .addColumn('date_from', 'text')
        .addColumn('appointment_location', 'text')
        .addColumn('asked_at', 'timestamptz', (column) => column.notNull())
        .addPrimaryKeyConstraint('known_requests_key', ['world', 'request_id'])
        .execute();
    },
  },
  '0002-settling': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('operations')
        .addColumn('context', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('next_look_at', 'timestamptz')
        .addColumn('lease_until', 'timestamptz')
        .execute();
      await sql`create index operations_to_look_at on operations (next_look_at) where next_look_at is not null`.execute(
        db,
      );
      await db.schema
        .alterTable('holds')
        .addColumn('operation', 'uuid', (column) => column.unique())
        .addColumn('context', 'text')
        .addColumn('session', 'text')
        .execute();
      await sql`create index holds_by_session on holds (session) where state = 'held'`.execute(db);
    },
  },
  '0003-late-truths': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('operations')
        .addColumn('to_tell', 'boolean', (column) => column.notNull().defaultTo(false))
        .execute();
      await sql`create index operations_to_tell on operations (patient, actor) where to_tell`.execute(db);
    },
  },
  '0004-drafts': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('sign_ins').addColumn('unfinished', 'text').execute();
      await db.schema.alterTable('sessions').addColumn('draft', 'text').execute();
    },
  },
  '0005-counts-and-audit': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('rate_counts')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('audit')
        .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('clinic', 'text')
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('patient', 'text', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .execute();
      await sql`create function audit_is_append_only() returns trigger language plpgsql as $$
        begin raise exception 'audit is append-only'; end $$`.execute(db);
      await sql`create trigger audit_is_append_only before update or delete on audit
        for each row execute function audit_is_append_only()`.execute(db);
    },
  },
  '0006-listed-holds': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('holds')
        .addColumn('listed', 'boolean', (column) => column.notNull().defaultTo(false))
        .execute();
    },
  },
  '0007-undo-delay': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('operations').addColumn('send_at', 'timestamptz').execute();
      await sql`alter table operations drop constraint operations_state_check`.execute(db);
      await sql`alter table operations add constraint operations_state_check
        check (state in ('scheduled', 'started', 'confirmed', 'refused', 'unknown'))`.execute(db);
      await sql`drop index one_active_intent`.execute(db);
      await sql`create unique index one_active_intent on operations (patient, kind, target)
        where state in ('scheduled', 'started', 'unknown')`.execute(db);
      await sql`create index operations_to_send on operations (send_at) where state = 'scheduled'`.execute(
        db,
      );
    },
  },
  '0008-requests-that-are-over': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('known_requests').addColumn('final', 'text').execute();
      await sql`create index requests_by_patient on known_requests (patient, world, asked_at)`.execute(db);
    },
  },
};
