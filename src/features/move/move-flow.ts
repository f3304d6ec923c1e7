import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { WriteState } from '#src/queries/write-flow.ts';

/** The writes that a move of a clinic visit may be made of. Each is an ordinary one, with a key of its own. */
export type Leg = 'hold' | 'confirm' | 'cancel' | 'hold-back' | 'confirm-back';

/** `done` was true before this page was opened. */
export type LegState = WriteState | 'done';

/**
 * In which order. Nothing is given up before the new time is sure, unless the clinic forces it and the person agreed.
 * `back`: the old time is asked for again.
 */
export type Way = 'new-first' | 'old-first' | 'back';

export const orders: Readonly<Record<Way, readonly Leg[]>> = {
  'new-first': ['hold', 'confirm', 'cancel'],
  'old-first': ['cancel', 'hold', 'confirm'],
  back: ['cancel', 'hold-back', 'confirm-back'],
};

export interface Move {
  /** What the person agreed to on this page; null while it rests. */
  readonly way: Way | null;
  readonly legs: Readonly<Record<Leg, LegState>>;
  /** Whether a refusal of the new time is about the very booking that is being moved. */
  readonly inTheWay: (report: FailureReport) => boolean;
  /** The old time has a name in the clinic's schedule, so that it can be asked for again. */
  readonly canGoBack: boolean;
}

type Refused = Extract<WriteState, { step: 'refused' }>;
type Unknown = Extract<WriteState, { step: 'unknown' }>;

/** What the page shows. One at a time. */
export type MoveView =
  /** Both times side by side. `notSent`: the last press changed nothing. */
  | { readonly show: 'asking' | 'kept'; readonly notSent: FailureReport | null }
  /** The clinic allows one booking: the old one would have to go first. */
  | { readonly show: 'consent'; readonly notSent: FailureReport | null }
  | { readonly show: 'working'; readonly leg: Leg; readonly step: number; readonly send: boolean }
  | { readonly show: 'checking'; readonly leg: Leg; readonly write: Unknown }
  /** The old booking is on, the new one is not made. */
  | { readonly show: 'stopped'; readonly write: Refused }
  | { readonly show: 'both'; readonly write: Refused | null }
  /** The old booking is cancelled and nothing is made yet: either time may be asked for. */
  | { readonly show: 'between'; readonly write: Refused | null }
  | { readonly show: 'moved' }
  /** The old time is booked again; `write` is why the new one could not be. */
  | { readonly show: 'restored'; readonly write: Refused | null }
  /** Neither time could be had; `write` is why the old one could not. */
  | { readonly show: 'neither'; readonly write: Refused };

const isDone = (state: LegState) => state === 'done' || state.step === 'confirmed';
const refusedOf = (state: LegState): Refused | null =>
  state !== 'done' && state.step === 'refused' ? state : null;
const unknownOf = (state: LegState): Unknown | null =>
  state !== 'done' && state.step === 'unknown' ? state : null;

/** The request did not get as far as the clinic, so the person may simply press again. */
function changedNothing({ failure }: FailureReport): boolean {
  const { effect, next } = failures[failure];
  return effect === 'none' && (next === 'try-again' || next === 'wait' || next === 'correct-input');
}

/** The next write of a way; null where all are done. */
export const nextLeg = (way: Way, { legs }: Pick<Move, 'legs'>): Leg | null =>
  orders[way].find((leg) => !isDone(legs[leg])) ?? null;

/** Which page is open, and which write is to be sent next: a function of what was agreed and how the writes stand. */
export function moveView(move: Move): MoveView {
  const { way, legs } = move;
  if (way === null) return resting(move);
  const leg = nextLeg(way, move);
  if (leg === null) return way === 'back' ? { show: 'restored', write: whyNotNew(move) } : { show: 'moved' };
  const state = legs[leg];
  const unknown = unknownOf(state);
  if (unknown) return { show: 'checking', leg, write: unknown };
  const refused = refusedOf(state);
  if (refused) return refusedAt(leg, refused, move, way);
  const send = state !== 'done' && state.step === 'ready';
  return { show: 'working', leg, step: orders[way].indexOf(leg) + 1, send };
}

const whyNotNew = ({ legs }: Move) => refusedOf(legs.confirm) ?? refusedOf(legs.hold);

function refusedAt(leg: Leg, write: Refused, move: Move, way: Way): MoveView {
  const notSent = changedNothing(write.report) ? write.report : null;
  switch (way) {
    case 'new-first':
      if (leg === 'cancel') return { show: 'both', write };
      if (move.inTheWay(write.report)) return { show: 'consent', notSent: null };
      if (notSent) return { show: leg === 'hold' ? 'asking' : 'kept', notSent };
      return { show: 'stopped', write };
    case 'old-first':
      if (leg === 'cancel') return notSent ? { show: 'consent', notSent } : { show: 'stopped', write };
      // Nobody was asked yet, so the new time may still be had; else the old one is asked for again by itself.
      return notSent || !move.canGoBack ? { show: 'between', write } : moveView({ ...move, way: 'back' });
    case 'back':
      if (leg === 'cancel') return { show: 'stopped', write };
      return notSent ? { show: 'between', write } : { show: 'neither', write };
  }
}

/** As it was found, nothing pressed yet: what is being checked comes first, then what is true. */
function resting({ legs }: Move): MoveView {
  for (const leg of ['cancel', 'confirm', 'hold', 'confirm-back', 'hold-back'] as const) {
    const unknown = unknownOf(legs[leg]);
    if (unknown) return { show: 'checking', leg, write: unknown };
  }
  if (isDone(legs.confirm)) return isDone(legs.cancel) ? { show: 'moved' } : { show: 'both', write: null };
  if (isDone(legs['confirm-back'])) return { show: 'restored', write: null };
  if (isDone(legs.cancel)) return { show: 'between', write: null };
  return { show: isDone(legs.hold) ? 'kept' : 'asking', notSent: null };
}

export interface Stand {
  readonly old: 'on' | 'again' | 'off' | 'checking' | 'unclear';
  readonly new: 'none' | 'kept' | 'on' | 'checking' | 'unclear';
}

const leftOpen = (state: LegState) => {
  const refused = refusedOf(state);
  return refused !== null && failures[refused.report.failure].effect === 'unknown';
};

/** Which booking is on, as far as it is known: said on every page of a move. */
export function standOf({ legs }: Pick<Move, 'legs'>): Stand {
  return { old: oldStand(legs), new: newStand(legs) };
}

function oldStand(legs: Move['legs']): Stand['old'] {
  if (!isDone(legs.cancel)) {
    if (unknownOf(legs.cancel)) return 'checking';
    return leftOpen(legs.cancel) ? 'unclear' : 'on';
  }
  if (isDone(legs['confirm-back'])) return 'again';
  const back = [legs['hold-back'], legs['confirm-back']];
  if (back.some(unknownOf)) return 'checking';
  return back.some(leftOpen) ? 'unclear' : 'off';
}

function newStand(legs: Move['legs']): Stand['new'] {
  if (isDone(legs.confirm)) return 'on';
  const made = [legs.hold, legs.confirm];
  if (made.some(unknownOf)) return 'checking';
  if (made.some(leftOpen)) return 'unclear';
  return isDone(legs.hold) && !refusedOf(legs.confirm) ? 'kept' : 'none';
}
