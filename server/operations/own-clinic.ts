import type { Asked } from './operation-deps.ts';
import { PortalFailure } from './portal-failure.ts';

/**
 * A registrar acts in the schedule of the clinic at whose desk they work, and in no other: a patient acts wherever they are a
 * patient. Throws `portal.other-clinic`, or `portal.no-clinic` for a registrar whose account names none, before anything is sent.
 */
export function ownClinicOnly({ desk }: Pick<Asked, 'desk'>, clinicId: string | null): void {
  if (!desk) return;
  if (desk.clinic === null) throw new PortalFailure('portal.no-clinic');
  if (desk.clinic !== clinicId) throw new PortalFailure('portal.other-clinic');
}
