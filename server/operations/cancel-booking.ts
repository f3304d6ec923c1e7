import type { Source } from '#contract/booking.ts';
import type { CancelInput, Operation } from '#contract/operation.ts';
import { findBooking } from './bookings.ts';
import type { Asked, OperationDeps } from './operation-deps.ts';
import { ownClinicOnly } from './own-clinic.ts';
import { sendCancel, type scheduledCancel } from './send-cancel.ts';
import type { z } from 'zod';

/**
 * Cancels a booking of this patient: found in their own list first, journalled, sent, and settled. With `canUndo` it is sent by
 * the server when the undo delay is over, whatever the page does.
 */
export async function cancelBooking(
  deps: OperationDeps,
  asked: Asked,
  source: Source,
  id: string,
  choice: CancelInput,
): Promise<Operation> {
  const { patient, pseudonym, actor, key } = asked;
  const { journal, clock } = deps;
  const intent = {
    actor,
    patient: pseudonym,
    key,
    kind: 'cancel',
    target: `${source}/${id}`,
    body: choice,
  } as const;
  const known = await journal.answered(intent);
  if (known) return known;
  const before = await findBooking(deps, source, id, patient, pseudonym, clock());
  if (source === 'clinic-visits') ownClinicOnly(asked, before.place?.clinicId ?? null);

  const about = { ...intent, person: patient.ref, snapshot: { booking: before, hold: null } };
  if (choice.canUndo && before.status.kind !== 'cancelled') {
    const what: z.infer<typeof scheduledCancel> = { choice };
    const sendAt = new Date(clock().getTime() + deps.undoSeconds * 1_000);
    return journal.schedule({ ...about, context: { patient, what } }, sendAt);
  }
  return journal.run({ ...about, context: { patient, what: null } }, (operation) =>
    sendCancel(deps, { operation, before, patient, pseudonym, choice }),
  );
}
