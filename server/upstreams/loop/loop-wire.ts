import { z } from 'zod';

/** A moment for certain: with its offset. */
export const wireMoment = z.iso.datetime({ offset: true });

/** Visit (seed 004). `status` and `visit_type` are free text: no enum is documented anywhere. */
export const wireVisit = z.object({
  id: z.string(),
  brand_id: z.string(),
  patient_id: z.string(),
  provider_id: z.string(),
  slot_id: z.string(),
  status: z.string(),
  visit_type: z.string(),
  reason: z.string().nullable(),
  cancelled_at: z.string().nullable(),
  cancel_reason: z.string().nullable(),
});
export type WireVisit = z.infer<typeof wireVisit>;
export const wireVisits = z.object({ visits: z.array(wireVisit) });

export const wireSlots = z.object({
  slots: z.array(
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
  slots: z.array(
    z.object({ id: z.string(), start_time: wireMoment, end_time: wireMoment, booked: z.boolean() }),
  ),
});
export type WireOffer = z.infer<typeof wireOffer>;

export const wireProviders = z.object({
  providers: z.array(z.object({ id: z.string(), name: z.string(), specialty: z.string().nullish() })),
});
export type WireProvider = z.infer<typeof wireProviders>['providers'][number];

export const wireToken = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** Three envelopes are documented; the first is the endpoint's own. */
export const wireError = z.looseObject({
  error: z.string().optional(),
  message: z.string().optional(),
  error_description: z.string().optional(),
});
