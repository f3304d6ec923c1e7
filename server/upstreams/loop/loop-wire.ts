import { z } from 'zod';
import { rowsOf } from '../kit/rows.ts';

/** A moment for certain: with its offset. */
export const wireMoment = z.iso.datetime({ offset: true });

/** Free text that decides nothing: absent and odd are none. */
const orNull = z.string().nullable().catch(null);

/** Visit (seed 004). `status` and `visit_type` are free text: no enum is documented anywhere. */
export const wireVisit = z.object({
  id: z.string(),
  brand_id: z.string(),
  patient_id: z.string(),
  provider_id: z.string(),
  slot_id: z.string(),
  status: z.string(),
  visit_type: z.string(),
  reason: orNull,
  cancelled_at: z.string().nullable(),
  cancel_reason: orNull,
});
export type WireVisit = z.infer<typeof wireVisit>;
export const wireVisits = z.object({ visits: rowsOf(wireVisit) });

export const wireSlots = z.object({
  slots: rowsOf(
    z.object({
      id: z.string(),
      start_time: wireMoment,
      end_time: wireMoment,
    }),
  ),
});
export type WireSlot = z.infer<typeof wireSlots>['slots'][number];

/** A slot as something to choose: one place, free or not. */
export const wireOffer = z.object({
  slots: rowsOf(
    z.object({ id: z.string(), start_time: wireMoment, end_time: wireMoment, booked: z.boolean() }),
  ),
});
export type WireOffer = z.infer<typeof wireOffer>;

export const wireProviders = z.object({
  providers: rowsOf(
    z.object({ id: z.string(), name: z.string(), specialty: z.string().nullish().catch(null) }),
  ),
});
export type WireProvider = z.infer<typeof wireProviders>['providers'][number];

/** Three envelopes are documented; the first is the endpoint's own. */
export const wireError = z.looseObject({
  error: z.string().optional(),
  message: z.string().optional(),
  error_description: z.string().optional(),
});
