import type { Operation } from '#contract/operation.ts';
import { sayThatPatientChanged } from './patient-change.ts';
import { problemOf } from './portal-client.ts';
import { sayThatAccountChanged, sayThatSessionEnded } from './session-ended.ts';
import { outcomeOf, type WriteOutcome } from './write-flow.ts';

/** Every way that a write can answer, as its outcome. Never throws: silence is an outcome too. */
export async function sendWrite(write: () => Promise<Operation>): Promise<WriteOutcome> {
  try {
    return outcomeOf(await write());
  } catch (error) {
    const { failure, upstream, facts, text, operation, fields } = problemOf(error);
    if (failure === 'portal.session-ended') sayThatSessionEnded();
    if (failure === 'portal.another-account') sayThatAccountChanged();
    if (failure === 'portal.another-patient') sayThatPatientChanged();
    const report = { failure, upstream, facts, text };
    return failure === 'portal.outcome-unknown'
      ? { state: 'unknown', operationId: operation, report }
      : { state: 'refused', report, operationId: operation, fields: fields ?? {} };
  }
}
