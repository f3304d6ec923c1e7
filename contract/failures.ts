import * as z from 'zod/mini';

/** What a failure means for the booking that the person asked about. */
export type Effect = 'still-on' | 'off' | 'not-made' | 'unknown' | 'none';

/** The one thing to do next; its label is the message `next.<name>`. */
export type NextStep =
  | 'book-again'
  | 'open-home-call'
  | 'continue-as-check-up'
  | 'choose-person'
  | 'refresh-list'
  | 'sign-in'
  | 'call-clinic'
  | 'pick-another-time'
  | 'see-bookings'
  | 'start-with-therapist'
  | 'other-clinics'
  | 'other-doctors'
  | 'open-booking'
  | 'try-again'
  | 'wait'
  | 'correct-input';

export interface FailureSpec {
  /** Where the upstream's answer is told apart: system, operation, HTTP status and its own code. Ours have none. */
  readonly when: {
    readonly system: 'mis' | 'connect' | 'loop';
    readonly operation: UpstreamOperation;
    readonly status: number;
    readonly code: string | null;
    /** One code, several meanings (4007): the beginning of the text decides; without a match, the entry without it. */
    readonly text?: RegExp;
  } | null;
  readonly effect: Effect;
  /** The same request again, unchanged, may work. */
  readonly repeatHelps: boolean;
  readonly next: NextStep;
  /** The HTTP status of our own answer. */
  readonly status: number;
}

export type UpstreamOperation =
  | 'cancel-visit'
  | 'cancel-call'
  | 'reserve'
  | 'cancel-request'
  | 'request-times'
  | 'book-time'
  | 'cancel-loop-visit';

const mis = (operation: UpstreamOperation, status: number, code: string | null, text?: RegExp) =>
  ({ system: 'mis', operation, status, code, ...(text ? { text } : {}) }) as const;
const connect = (operation: UpstreamOperation, status: number) =>
  ({ system: 'connect', operation, status, code: null }) as const;
const loop = (operation: UpstreamOperation, status: number) =>
  ({ system: 'loop', operation, status, code: null }) as const;

/**
 * The one table of failures: every code that an upstream documents, per operation, and our own.
 * Words live in the catalogues under `failures.<name>`. An upstream answer that is not here becomes the operation's
 * `unrecognised`, which shows the upstream's own text under details.
 */
export const failures = {
  // Cancel a clinic visit (MIS, seed 000).
  'mis.cancel-visit.time-passed': {
    when: mis('cancel-visit', 400, '4010'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'book-again',
    status: 409,
  },
  'mis.cancel-visit.linked-home-call': {
    when: mis('cancel-visit', 400, '4026'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'open-home-call',
    status: 409,
  },
  'mis.cancel-visit.part-of-check-up': {
    when: mis('cancel-visit', 400, '4027'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'continue-as-check-up',
    status: 409,
  },
  'mis.cancel-visit.other-person': {
    when: mis('cancel-visit', 400, '4086'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'choose-person',
    status: 409,
  },
  'mis.cancel-visit.not-found': {
    when: mis('cancel-visit', 404, '5068'),
    effect: 'unknown',
    repeatHelps: false,
    next: 'refresh-list',
    status: 409,
  },
  'mis.cancel-visit.token-expired': {
    when: mis('cancel-visit', 403, '5007'),
    effect: 'still-on',
    repeatHelps: true,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-visit.token-malformed': {
    when: mis('cancel-visit', 403, '5008'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-visit.signature-wrong': {
    when: mis('cancel-visit', 403, '5009'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-visit.token-missing': {
    when: mis('cancel-visit', 403, '5010'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-visit.unrecognised': {
    when: null,
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },

  // Cancel a home call (MIS, seed 001).
  'mis.cancel-call.time-passed': {
    when: mis('cancel-call', 400, '4021'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'see-bookings',
    status: 409,
  },
  'mis.cancel-call.not-active': {
    when: mis('cancel-call', 400, '4022'),
    effect: 'unknown',
    repeatHelps: false,
    next: 'open-booking',
    status: 409,
  },
  'mis.cancel-call.other-card': {
    when: mis('cancel-call', 400, '4023'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'choose-person',
    status: 409,
  },
  'mis.cancel-call.not-confirmed': {
    when: mis('cancel-call', 500, '5023'),
    effect: 'unknown',
    repeatHelps: true,
    next: 'call-clinic',
    status: 409,
  },
  'mis.cancel-call.not-found': {
    when: mis('cancel-call', 404, '5068'),
    effect: 'unknown',
    repeatHelps: false,
    next: 'refresh-list',
    status: 409,
  },
  'mis.cancel-call.token-expired': {
    when: mis('cancel-call', 403, '5007'),
    effect: 'still-on',
    repeatHelps: true,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-call.token-malformed': {
    when: mis('cancel-call', 403, '5008'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-call.signature-wrong': {
    when: mis('cancel-call', 403, '5009'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-call.token-missing': {
    when: mis('cancel-call', 403, '5010'),
    effect: 'still-on',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.cancel-call.content-type': {
    when: mis('cancel-call', 415, null),
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'mis.cancel-call.unrecognised': {
    when: null,
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },

  // Reserve a slot (MIS, seed 002); confirming a hold answers with the same codes.
  'mis.reserve.nothing-chosen': {
    when: mis('reserve', 400, '4036'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'pick-another-time',
    status: 409,
  },
  'mis.reserve.childrens-clinic': {
    when: mis('reserve', 400, '4005'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'other-clinics',
    status: 409,
  },
  'mis.reserve.self-booking-banned': {
    when: mis('reserve', 400, '4007', /^Вам запрещена самостоятельная запись/),
    effect: 'not-made',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'mis.reserve.not-under-observation': {
    when: mis('reserve', 400, '4007', /^Вы не состоите на диспансерном уч[её]те/),
    effect: 'not-made',
    repeatHelps: false,
    next: 'start-with-therapist',
    status: 409,
  },
  /** 4007 with a text that is neither of the two documented ones: words that cover both meanings. */
  'mis.reserve.registry-only': {
    when: mis('reserve', 400, '4007'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'mis.reserve.already-booked': {
    when: mis('reserve', 400, '4008'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'see-bookings',
    status: 409,
  },
  'mis.reserve.taken': {
    when: mis('reserve', 400, '4009'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'pick-another-time',
    status: 409,
  },
  'mis.reserve.age-limit': {
    when: mis('reserve', 400, '4029'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'other-doctors',
    status: 409,
  },
  'mis.reserve.token-expired': {
    when: mis('reserve', 403, '5007'),
    effect: 'not-made',
    repeatHelps: true,
    next: 'sign-in',
    status: 409,
  },
  'mis.reserve.token-malformed': {
    when: mis('reserve', 403, '5008'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.reserve.signature-wrong': {
    when: mis('reserve', 403, '5009'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.reserve.token-missing': {
    when: mis('reserve', 403, '5010'),
    effect: 'not-made',
    repeatHelps: false,
    next: 'sign-in',
    status: 409,
  },
  'mis.reserve.unrecognised': {
    when: null,
    effect: 'not-made',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  /** A hold could not be released; it lapses by itself. */
  'mis.release.not-released': {
    when: null,
    effect: 'none',
    repeatHelps: true,
    next: 'try-again',
    status: 409,
  },

  // Cancel an appointment request (Connect, seed 003), and how a request comes to be.
  'connect.cancel-request.not-found': {
    when: connect('cancel-request', 404),
    effect: 'unknown',
    repeatHelps: false,
    next: 'refresh-list',
    status: 409,
  },
  'connect.cancel-request.unauthorised': {
    when: connect('cancel-request', 401),
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'connect.cancel-request.server-error': {
    when: connect('cancel-request', 500),
    effect: 'unknown',
    repeatHelps: false,
    next: 'wait',
    status: 409,
  },
  'connect.cancel-request.unrecognised': {
    when: null,
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'connect.request-times.no-order': {
    when: connect('request-times', 404),
    effect: 'not-made',
    repeatHelps: false,
    next: 'correct-input',
    status: 409,
  },
  'connect.request-times.not-accepted': {
    when: connect('request-times', 422),
    effect: 'not-made',
    repeatHelps: false,
    next: 'correct-input',
    status: 409,
  },
  'connect.request-times.unrecognised': {
    when: null,
    effect: 'not-made',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },
  'connect.book-time.not-found': {
    when: connect('book-time', 404),
    effect: 'not-made',
    repeatHelps: false,
    next: 'refresh-list',
    status: 409,
  },
  'connect.book-time.not-accepted': {
    when: connect('book-time', 422),
    effect: 'not-made',
    repeatHelps: false,
    next: 'pick-another-time',
    status: 409,
  },
  'connect.book-time.unrecognised': {
    when: null,
    effect: 'not-made',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },

  // Cancel a visit (Loop, seed 004).
  'loop.cancel-visit.not-found': {
    when: loop('cancel-loop-visit', 404),
    effect: 'unknown',
    repeatHelps: false,
    next: 'refresh-list',
    status: 409,
  },
  'loop.cancel-visit.wrong-status': {
    when: loop('cancel-loop-visit', 412),
    effect: 'unknown',
    repeatHelps: false,
    next: 'open-booking',
    status: 409,
  },
  'loop.cancel-visit.unrecognised': {
    when: null,
    effect: 'still-on',
    repeatHelps: false,
    next: 'call-clinic',
    status: 409,
  },

  // Our own.
  /** The request provably never reached the upstream: nothing changed, a repeat is safe. */
  'portal.not-sent': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 503 },
  /** Sent, and no proof came back. Never a failure: the write may have happened. */
  'portal.outcome-unknown': { when: null, effect: 'unknown', repeatHelps: false, next: 'wait', status: 202 },
  /** A read did not come; the other sources are not concerned. */
  'portal.source-unavailable': {
    when: null,
    effect: 'none',
    repeatHelps: true,
    next: 'try-again',
    status: 503,
  },
  'portal.session-ended': { when: null, effect: 'none', repeatHelps: false, next: 'sign-in', status: 401 },
  /** Not there, or not this person's: the same answer for both. */
  'portal.not-found': { when: null, effect: 'none', repeatHelps: false, next: 'see-bookings', status: 404 },
  'portal.invalid-input': {
    when: null,
    effect: 'none',
    repeatHelps: false,
    next: 'correct-input',
    status: 400,
  },
  /** A write without our header, or from another site. */
  'portal.wrong-origin': { when: null, effect: 'none', repeatHelps: false, next: 'try-again', status: 403 },
  'portal.not-allowed': { when: null, effect: 'none', repeatHelps: false, next: 'see-bookings', status: 403 },
  /** The same idempotency key came with another request. */
  'portal.key-reused': { when: null, effect: 'none', repeatHelps: false, next: 'try-again', status: 422 },
  /** The kept time ran out before it was confirmed. */
  'portal.hold-lapsed': {
    when: null,
    effect: 'not-made',
    repeatHelps: false,
    next: 'pick-another-time',
    status: 409,
  },
  /** No patient for this policy number and birth date. */
  'portal.no-such-patient': {
    when: null,
    effect: 'none',
    repeatHelps: false,
    next: 'correct-input',
    status: 404,
  },
  'portal.too-many-requests': { when: null, effect: 'none', repeatHelps: true, next: 'wait', status: 429 },
  /** The browser has no connection: nothing was sent, and nothing will be sent later. */
  'portal.offline': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 503 },
  'portal.unexpected': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 500 },
} as const satisfies Record<string, FailureSpec>;

export type FailureName = keyof typeof failures;

export const failureNames = Object.keys(failures) as [FailureName, ...FailureName[]];
export const failureName = z.enum(failureNames);
