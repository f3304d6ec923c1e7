import * as z from 'zod/mini';
import { doctor, slot, speciality } from './slot.ts';

/** A doctor with the first free times, earliest first; none where nothing is free in the days that were looked at. */
export const earliestOffer = z.object({
  clinic: z.object({ id: z.string(), name: z.string(), address: z.nullable(z.string()) }),
  speciality,
  doctor,
  slots: z.array(slot),
});
export type EarliestOffer = z.infer<typeof earliestOffer>;

/**
 * `GET /api/earliest?person=&speciality=&name=&clinic=`: the earliest free times over clinics and doctors. `missing` are the
 * names of clinics that did not tell everything: there may be more in them. `days` is how far ahead it was looked.
 */
export const earliest = z.object({
  offers: z.array(earliestOffer),
  missing: z.array(z.string()),
  days: z.int(),
});
export type Earliest = z.infer<typeof earliest>;

/** `GET /api/specialities?person=`: what kinds of doctor there are in any clinic that takes this person, each name once. */
export const specialityNames = z.object({ names: z.array(z.string()), missing: z.array(z.string()) });
