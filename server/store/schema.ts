import type { ColumnType, Generated, Selectable } from 'kysely';
import type { OperationKind } from '#contract/operation.ts';

type Moment = ColumnType<Date, Date, Date>;
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface SessionRow {
  id_hash: string;
  /** The subject, encrypted: names, policies and birth dates. */
  subject: string;
  started_at: Moment;
  seen_at: Moment;
  ends_at: Moment;
  /** What was being typed when the session before ended, encrypted. Null once it was given back. */
  draft: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface SignInRow {
  state: string;
  verifier: string;
  nonce: string;
  return_to: string;
  ends_at: Moment;
  /** Whose session ended and what they were in the middle of, encrypted. */
  unfinished: ColumnType<string | null, string | null | undefined, string | null>;
}

/** The journal: one row a write, committed before the upstream is called. */
export interface OperationsTable {
  id: string;
  /** Hash of the signed-in person and of the one acted for. */
  actor: string;
  patient: string;
  /** The session's own name for the person (`self`, `child-1`). */
  person: string;
  idempotency_key: string;
  kind: OperationKind;
  target: string;
  fingerprint: string;
  state: 'scheduled' | 'started' | 'confirmed' | 'refused' | 'unknown';
  http_status: number | null;
  upstream_code: string | null;
  /** FailureReport, as JSON. */
  report: string | null;
  /** The booking as last seen and what is needed to settle, encrypted. */
  snapshot: string | null;
  /** On whose behalf and what exactly, encrypted: what a runner needs to settle it. Null once nobody looks any more. */
  context: string | null;
  /** How often it was sent: more than once only where a repeat cannot do a second thing. */
  attempts: ColumnType<number, number | undefined, number>;
  /** When a runner looks next; null once it is settled for good. */
  next_look_at: MaybeMoment;
  /** While scheduled: when it is sent. Kept afterwards, for the record. */
  send_at: MaybeMoment;
  /** Until when one runner has it to itself. */
  lease_until: MaybeMoment;
  /** Settled after the browser had its answer, and the person has not seen the truth yet. */
  to_tell: ColumnType<boolean, boolean | undefined, boolean>;
  started_at: Moment;
  settled_at: MaybeMoment;
}

export interface HoldRow {
  id: string;
  actor: string;
  patient: string;
  person: string;
  clinic: string;
  slot: string;
  ticket: string | null;
  kept_until: Moment;
  state: 'held' | 'confirmed' | 'released' | 'lapsed' | 'settling';
  /** The contract's hold, encrypted. */
  snapshot: string;
  /** The operation that made it: found again after a crash between the two. */
  operation: string | null;
  /** On whose behalf, encrypted, and in which session: what is needed to release it when it is abandoned. */
  context: string | null;
  session: string | null;
  /** The vendor's list has shown it: its lists show holds (A14). */
  listed: ColumnType<boolean, boolean | undefined, boolean>;
}

/** Which Connect request is whose: its wire does not say. */
export interface KnownRequestRow {
  request_id: number;
  patient: string;
  order_id: number;
  date_from: string | null;
  appointment_location: string | null;
  world: string;
  asked_at: Moment;
  /** The request as it was when it was over, encrypted: it is not asked for again. */
  final: ColumnType<string | null, string | null | undefined, string | null>;
}

/** How often something was done within a window of time, counted by all instances together. */
export interface RateCountRow {
  /** A pseudonym: no address and no person. */
  name: string;
  times: number;
  ends_at: Moment;
}

/** Who looked for whom at a desk, by pseudonyms. Rows are only ever added; the database refuses anything else. */
export interface AuditRow {
  id: Generated<string>;
  at: Moment;
  actor: string;
  role: string;
  /** The clinic whose desk it is; null where the provider named none. */
  clinic: string | null;
  action: 'find-patient';
  patient: string;
  result: 'found' | 'not-found' | 'failed' | 'too-many';
}

export interface Schema {
  sessions: SessionRow;
  sign_ins: SignInRow;
  operations: OperationsTable;
  holds: HoldRow;
  known_requests: KnownRequestRow;
  rate_counts: RateCountRow;
  audit: AuditRow;
}

export type OperationRow = Selectable<OperationsTable>;
