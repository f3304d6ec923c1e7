import { failures, type FailureName } from '#contract/failures.ts';
import type { Means, Standing, Write } from './write.ts';

type Said = readonly ['confirmed' | 'refused' | 'unknown', FailureName | null];

export interface Expected {
  /** How often the upstream is written to. */
  readonly writes: number;
  /** What the browser is answered, and what is so in the end. */
  readonly answer: Said;
  readonly end: Said;
}

const confirmed: Said = ['confirmed', null];
/** Not yet when it is answered. */
const inTime: Said = ['confirmed', null];
const nothingKnown: FailureName = 'portal.outcome-unknown';

/** What the end of an unanswered write is: as it is read, or nobody knows. */
function endOf({ policy }: Write, standing: Standing): Said {
  if (policy.blind) return ['refused', 'portal.outcome-lost'];
  if (standing === 'done' || (standing === 'absent' && policy.absentIsDone)) return confirmed;
  if (standing === 'unreadable') return ['refused', 'portal.outcome-lost'];
  const failure = standing === 'before' ? policy.notDone : policy.absent;
  return failure === null ? inTime : ['refused', failure];
}

/** A write that was sent once and answered like this, while its target stands like that. */
export function afterFirst(write: Write, means: Means, standing: Standing): Expected {
  const end = endOf(write, standing);
  const isDone = end === confirmed;
  switch (means.is) {
    case 'done':
      return { writes: 1, answer: confirmed, end: confirmed };
    case 'refused': {
      const refused: Said = ['refused', means.failure];
      return { writes: means.renewed ? 2 : 1, answer: refused, end: refused };
    }
    case 'may be done': {
      if (isDone) return { writes: 1, answer: confirmed, end: confirmed };
      // A booking that is listed as it was contradicts "not there": only time tells.
      const contradicted = standing === 'before' && !means.fitsBefore;
      const mayLag = (standing === 'unreadable' || standing === 'absent') && write.policy.notFoundMayLag;
      const refused: Said = ['refused', means.failure];
      return contradicted || mayLag
        ? { writes: 1, answer: ['unknown', means.failure], end }
        : { writes: 1, answer: refused, end: refused };
    }
    case 'unknown': {
      if (isDone) return { writes: 1, answer: confirmed, end: confirmed };
      const failure = means.failure ?? nothingKnown;
      if (means.triedInVain && standing === 'before')
        return { writes: 1, answer: ['refused', failure], end: ['refused', failure] };
      const mayStand = standing === 'before' || (standing === 'absent' && write.policy.notFoundMayLag);
      const again = write.policy.repeats && mayStand;
      return { writes: again ? 2 : 1, answer: ['unknown', failure], end };
    }
  }
}

/** The second sending of a write whose first was not answered, while its target was seen as before. */
export function afterUnknown(write: Write, means: Means, standing: Standing): Expected {
  const end = endOf(write, standing);
  if (means.is === 'done' || end === confirmed)
    return {
      writes: means.is === 'refused' && means.renewed ? 3 : 2,
      answer: confirmed,
      end: confirmed,
    };
  if (means.is === 'refused') {
    // Turned away for its token, the second sending says nothing of the first.
    const wasTurnedAway = failures[means.failure].next === 'sign-in';
    const answer: Said = wasTurnedAway ? ['unknown', nothingKnown] : ['refused', means.failure];
    return { writes: means.renewed ? 3 : 2, answer, end: wasTurnedAway ? end : answer };
  }
  if (means.is === 'may be done') {
    const proves = write.policy.notFoundMayLag && standing !== 'before';
    return proves
      ? { writes: 2, answer: confirmed, end: confirmed }
      : { writes: 2, answer: ['unknown', nothingKnown], end };
  }
  return { writes: 2, answer: ['unknown', means.failure ?? nothingKnown], end };
}

/** The person presses again while the first is not settled: nothing more is sent, and the first one's outcome is theirs. */
export const afterPressingAgain = (write: Write, standing: Standing): Expected =>
  afterFirst(write, { is: 'unknown' }, standing);
