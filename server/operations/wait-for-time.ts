import type { Operation } from '#contract/operation.ts';
import type { WaitInput } from '#contract/waiting.ts';
import { outcomeUnknown } from '#server/upstreams/kit/failure-reports.ts';
import type { Look } from './look.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { ownClinicOnly } from './own-clinic.ts';
import { PortalFailure } from './portal-failure.ts';
import { confirmed, refused, unknown, type Settled } from './settled.ts';

/** Puts this patient on a clinic's waiting list. */
export function waitForTime(deps: OperationDeps, asked: Asked, input: WaitInput): Promise<Operation> {
  const { actor, pseudonym, patient, key } = asked;
  const { waitingList } = deps.upstreams;
  if (!waitingList) throw new PortalFailure('portal.not-found');
  const { clinicId, specialityId, doctorId } = input;
  ownClinicOnly(asked, clinicId);
  return deps.journal.run(
    {
      actor,
      patient: pseudonym,
      person: patient.ref,
      key,
      kind: 'wait',
      target: `waiting/${clinicId}/${specialityId}/${doctorId ?? 'any'}`,
      // A number is quickly found by trying all of them, were its fingerprint of nothing else.
      body: { ...input, phone: deps.vault.pseudonym('telephone', input.phone) },
      snapshot: { booking: null, hold: null },
      context: { patient, what: null },
    },
    async (): Promise<Settled> => {
      const outcome = await waitingList.wait(patient, input);
      if (outcome.kind === 'refused') return refused(outcome.report);
      return outcome.kind === 'unknown' ? unknown(outcome.report) : confirmed();
    },
  );
}

/** No document lets anybody read the list: an answer that was lost is never learned, and that is said. */
export const lookAgainWait = ({ believed, operation }: Look): Settled =>
  believed
    ? refused({ failure: 'portal.outcome-lost', upstream: null, facts: {}, text: null })
    : unknown(operation.report ?? outcomeUnknown);
