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
  | 'cancel-loop-visit'
  | 'move-loop-visit'
  | 'wait';

const mis = (operation: UpstreamOperation, status: number, code: string | null, text?: RegExp) =>
  ({ system: 'mis', operation, status, code, ...(text ? { text } : {}) }) as const;
const connect = (operation: UpstreamOperation, status: number) =>
  ({ system: 'connect', operation, status, code: null }) as const;
const loop = (operation: UpstreamOperation, status: number) =>
  ({ system: 'loop', operation, status, code: null }) as const;

const entry = (
  when: FailureSpec['when'],
  effect: Effect,
  next: NextStep,
  { repeatHelps = false, status = 409 }: { repeatHelps?: boolean; status?: number } = {},
): FailureSpec => ({ when, effect, repeatHelps, next, status });

/**
 * The one table of failures: every code that an upstream documents, per operation, and our own.
 * Words live in the catalogues under `failures.<name>`. An upstream answer that is not here becomes the operation's
 * `unrecognised`, which shows the upstream's own text under details.
 */
export const failures = {
  // Cancel a clinic visit (MIS, seed 000).
  'mis.cancel-visit.time-passed': entry(mis('cancel-visit', 400, '4010'), 'still-on', 'book-again'),
  'mis.cancel-visit.linked-home-call': entry(mis('cancel-visit', 400, '4026'), 'still-on', 'open-home-call'),
  'mis.cancel-visit.part-of-check-up': entry(
    mis('cancel-visit', 400, '4027'),
    'still-on',
    'continue-as-check-up',
  ),
  'mis.cancel-visit.other-person': entry(mis('cancel-visit', 400, '4086'), 'still-on', 'choose-person'),
  'mis.cancel-visit.not-found': entry(mis('cancel-visit', 404, '5068'), 'unknown', 'refresh-list'),
  'mis.cancel-visit.token-expired': entry(mis('cancel-visit', 403, '5007'), 'still-on', 'sign-in', {
    repeatHelps: true,
  }),
  'mis.cancel-visit.token-malformed': entry(mis('cancel-visit', 403, '5008'), 'still-on', 'sign-in'),
  'mis.cancel-visit.signature-wrong': entry(mis('cancel-visit', 403, '5009'), 'still-on', 'sign-in'),
  'mis.cancel-visit.token-missing': entry(mis('cancel-visit', 403, '5010'), 'still-on', 'sign-in'),
  'mis.cancel-visit.unrecognised': entry(null, 'still-on', 'call-clinic'),

  // Cancel a home call (MIS, seed 001).
  'mis.cancel-call.time-passed': entry(mis('cancel-call', 400, '4021'), 'still-on', 'see-bookings'),
  'mis.cancel-call.not-active': entry(mis('cancel-call', 400, '4022'), 'unknown', 'open-booking'),
  'mis.cancel-call.other-card': entry(mis('cancel-call', 400, '4023'), 'still-on', 'choose-person'),
  'mis.cancel-call.not-confirmed': entry(mis('cancel-call', 500, '5023'), 'unknown', 'call-clinic', {
    repeatHelps: true,
  }),
  'mis.cancel-call.not-found': entry(mis('cancel-call', 404, '5068'), 'unknown', 'refresh-list'),
  'mis.cancel-call.token-expired': entry(mis('cancel-call', 403, '5007'), 'still-on', 'sign-in', {
    repeatHelps: true,
  }),
  'mis.cancel-call.token-malformed': entry(mis('cancel-call', 403, '5008'), 'still-on', 'sign-in'),
  'mis.cancel-call.signature-wrong': entry(mis('cancel-call', 403, '5009'), 'still-on', 'sign-in'),
  'mis.cancel-call.token-missing': entry(mis('cancel-call', 403, '5010'), 'still-on', 'sign-in'),
  'mis.cancel-call.content-type': entry(mis('cancel-call', 415, null), 'still-on', 'call-clinic'),
  'mis.cancel-call.unrecognised': entry(null, 'still-on', 'call-clinic'),

  // Reserve a slot (MIS, seed 002); confirming a hold answers with the same codes.
  'mis.reserve.nothing-chosen': entry(mis('reserve', 400, '4036'), 'not-made', 'pick-another-time'),
  'mis.reserve.childrens-clinic': entry(mis('reserve', 400, '4005'), 'not-made', 'other-clinics'),
  'mis.reserve.self-booking-banned': entry(
    mis('reserve', 400, '4007', /^Вам запрещена самостоятельная запись/),
    'not-made',
    'call-clinic',
  ),
  'mis.reserve.not-under-observation': entry(
    mis('reserve', 400, '4007', /^Вы не состоите на диспансерном уч[её]те/),
    'not-made',
    'start-with-therapist',
  ),
  /** 4007 with a text that is neither of the two documented ones: the clinic's own words are shown, and no meaning is invented. */
  'mis.reserve.registry-only': entry(mis('reserve', 400, '4007'), 'not-made', 'call-clinic'),
  'mis.reserve.already-booked': entry(mis('reserve', 400, '4008'), 'not-made', 'see-bookings'),
  'mis.reserve.taken': entry(mis('reserve', 400, '4009'), 'not-made', 'pick-another-time'),
  'mis.reserve.age-limit': entry(mis('reserve', 400, '4029'), 'not-made', 'other-doctors'),
  'mis.reserve.token-expired': entry(mis('reserve', 403, '5007'), 'not-made', 'sign-in', {
    repeatHelps: true,
  }),
  'mis.reserve.token-malformed': entry(mis('reserve', 403, '5008'), 'not-made', 'sign-in'),
  'mis.reserve.signature-wrong': entry(mis('reserve', 403, '5009'), 'not-made', 'sign-in'),
  'mis.reserve.token-missing': entry(mis('reserve', 403, '5010'), 'not-made', 'sign-in'),
  'mis.reserve.unrecognised': entry(null, 'not-made', 'call-clinic'),
  /** A hold could not be released; it lapses by itself. */
  'mis.release.not-released': entry(null, 'none', 'try-again', { repeatHelps: true }),
  /** The waiting list: its page shows no answers, so the clinic's own words are all there is. */
  'mis.wait.unrecognised': entry(null, 'not-made', 'call-clinic'),

  // Cancel an appointment request (Connect, seed 003), and how a request comes to be.
  'connect.cancel-request.not-found': entry(connect('cancel-request', 404), 'unknown', 'refresh-list'),
  'connect.cancel-request.unauthorised': entry(connect('cancel-request', 401), 'still-on', 'call-clinic'),
  'connect.cancel-request.server-error': entry(connect('cancel-request', 500), 'unknown', 'wait'),
  'connect.cancel-request.unrecognised': entry(null, 'still-on', 'call-clinic'),
  'connect.request-times.no-order': entry(connect('request-times', 404), 'not-made', 'correct-input'),
  'connect.request-times.not-accepted': entry(connect('request-times', 422), 'not-made', 'correct-input'),
  'connect.request-times.unrecognised': entry(null, 'not-made', 'call-clinic'),
  'connect.book-time.not-found': entry(connect('book-time', 404), 'not-made', 'refresh-list'),
  'connect.book-time.not-accepted': entry(connect('book-time', 422), 'not-made', 'pick-another-time'),
  'connect.book-time.unrecognised': entry(null, 'not-made', 'call-clinic'),

  // Cancel a visit (Loop, seed 004).
  'loop.cancel-visit.not-found': entry(loop('cancel-loop-visit', 404), 'unknown', 'refresh-list'),
  'loop.cancel-visit.wrong-status': entry(loop('cancel-loop-visit', 412), 'unknown', 'open-booking'),
  'loop.cancel-visit.unrecognised': entry(null, 'still-on', 'call-clinic'),

  // Move a visit to another slot (Loop's reschedule).
  'loop.move-visit.not-found': entry(loop('move-loop-visit', 404), 'unknown', 'refresh-list'),
  'loop.move-visit.taken': entry(loop('move-loop-visit', 409), 'still-on', 'pick-another-time'),
  'loop.move-visit.wrong-status': entry(loop('move-loop-visit', 412), 'unknown', 'open-booking'),
  'loop.move-visit.unrecognised': entry(null, 'still-on', 'call-clinic'),

  // Our own.
  /** The request provably never reached the upstream: nothing changed, a repeat is safe. */
  'portal.not-sent': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 503 },
  /** Sent, and no proof came back. Never a failure: the write may have happened. */
  'portal.outcome-unknown': { when: null, effect: 'unknown', repeatHelps: false, next: 'wait', status: 202 },
  /** Read long enough after a cancel without an answer: the booking is still on. */
  'portal.still-on': entry(null, 'still-on', 'try-again', { repeatHelps: true }),
  /** Taken back by the person within the undo delay: nothing was sent. */
  'portal.undone': entry(null, 'still-on', 'open-booking', { repeatHelps: true }),
  /** The undo delay ended while no server was running, too long ago to send it without asking again: nothing was sent. */
  'portal.not-sent-in-time': entry(null, 'still-on', 'try-again', { repeatHelps: true }),
  /** Said to be cancelled, and listed as active by a later reading: a person has to ask the clinic which of the two holds. */
  'portal.listed-again': entry(null, 'unknown', 'call-clinic', { repeatHelps: true }),
  /** Read long enough after a move without an answer: the visit is where it was. */
  'portal.not-moved': entry(null, 'still-on', 'pick-another-time', { repeatHelps: true }),
  /** Read long enough after a hold or a booking without an answer: there is none. */
  'portal.not-made': entry(null, 'not-made', 'pick-another-time', { repeatHelps: true }),
  /** No reading could ever tell; nobody looks any more. */
  'portal.outcome-lost': entry(null, 'unknown', 'call-clinic'),
  /** A read did not come; the other sources are not concerned. */
  'portal.source-unavailable': entry(null, 'none', 'try-again', { repeatHelps: true, status: 503 }),
  /** The clinics know nobody with this policy number and birth date: nothing can be listed or booked there, and a repeat changes nothing. */
  'portal.no-card': entry(null, 'none', 'call-clinic', { status: 404 }),
  'portal.session-ended': { when: null, effect: 'none', repeatHelps: false, next: 'sign-in', status: 401 },
  /** Not there, or not this person's: the same answer for both. */
  'portal.not-found': { when: null, effect: 'none', repeatHelps: false, next: 'see-bookings', status: 404 },
  'portal.invalid-input': entry(null, 'none', 'correct-input', { status: 400 }),
  /** A write without our header, or from another site. */
  'portal.wrong-origin': { when: null, effect: 'none', repeatHelps: false, next: 'try-again', status: 403 },
  'portal.not-allowed': { when: null, effect: 'none', repeatHelps: false, next: 'see-bookings', status: 403 },
  /** The same idempotency key came with another request. */
  'portal.key-reused': { when: null, effect: 'none', repeatHelps: false, next: 'try-again', status: 422 },
  /** The kept time ran out before it was confirmed. */
  /** Read long enough after a confirmation without an answer: the hold still stands, and it can be confirmed again safely. */
  'portal.not-confirmed': entry(null, 'unknown', 'try-again', { repeatHelps: true }),
  /** The chosen time is not in the schedule any more: taken, withdrawn, or begun. Nothing was sent. */
  'portal.time-gone': entry(null, 'not-made', 'pick-another-time'),
  'portal.hold-lapsed': entry(null, 'not-made', 'pick-another-time'),
  /** An order has one request at a time: the open one is shown. Nothing was sent. */
  'portal.request-open': entry(null, 'none', 'see-bookings'),
  /** No patient for this policy number and birth date. */
  'portal.no-such-patient': entry(null, 'none', 'correct-input', { status: 404 }),
  /** A registrar has another patient in hand by now, or nobody: found or put away in another tab. Nothing was done for either. */
  'portal.another-patient': entry(null, 'none', 'choose-person', { status: 404 }),
  /** Somebody else has signed in in this browser since the page was opened. Nothing was done for either of them. */
  'portal.another-account': { when: null, effect: 'none', repeatHelps: false, next: 'sign-in', status: 409 },
  /** A registrar acts in the schedule of their own clinic. Nothing was sent. */
  'portal.other-clinic': {
    when: null,
    effect: 'none',
    repeatHelps: false,
    next: 'see-bookings',
    status: 403,
  },
  /** The registrar's account names no clinic: they may look, and act nowhere. */
  'portal.no-clinic': { when: null, effect: 'none', repeatHelps: false, next: 'see-bookings', status: 403 },
  /** The child is of age by now and acts for themselves. Nothing was sent. */
  'portal.grown-up': { when: null, effect: 'none', repeatHelps: false, next: 'choose-person', status: 403 },
  'portal.too-many-requests': { when: null, effect: 'none', repeatHelps: true, next: 'wait', status: 429 },
  /** The browser has no connection: nothing was sent, and nothing will be sent later. */
  'portal.offline': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 503 },
  'portal.unexpected': { when: null, effect: 'none', repeatHelps: true, next: 'try-again', status: 500 },
} as const satisfies Record<string, FailureSpec>;

export type FailureName = keyof typeof failures;

export const failureNames = Object.keys(failures) as [FailureName, ...FailureName[]];
export const failureName = z.enum(failureNames);
