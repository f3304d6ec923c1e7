import * as z from 'zod/mini';
import { place } from './booking.ts';
import { instant, placeTime } from './time.ts';

/** Age groups of the reservation (seed 002): CHILD 0-14, TEEN 15-17, ADULT from the 18th birthday, on the day of the visit. */
export const ageCategory = z.enum(['CHILD', 'TEEN', 'ADULT']);
export type AgeCategory = z.infer<typeof ageCategory>;

const hours = z.nullable(z.string());
/** Opening hours as the clinic writes them (`8:00 - 18:00`); null is closed. */
export const worktimes = z.object({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});

export const clinic = z.object({
  id: z.string(),
  name: z.string(),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  forChildren: z.boolean(),
  /** An offline clinic takes no bookings over the net; `since` is when it went. */
  online: z.boolean(),
  statusSince: z.nullable(placeTime),
  worktimes: z.nullable(worktimes),
});
export type Clinic = z.infer<typeof clinic>;

export const speciality = z.object({ id: z.string(), name: z.string() });
export type Speciality = z.infer<typeof speciality>;

export const doctor = z.object({
  id: z.string(),
  name: z.string(),
  position: z.nullable(z.string()),
  room: z.nullable(z.string()),
  /** Free tickets in the coming days as the clinic counts them; null when it does not say. */
  freeTickets: z.nullable(z.int()),
});
export type Doctor = z.infer<typeof doctor>;

/** A cell of a doctor's schedule. Full when `used >= capacity`. */
export const slot = z.object({
  id: z.string(),
  clinicId: z.string(),
  doctorId: z.string(),
  starts: placeTime,
  ends: placeTime,
  capacity: z.int(),
  used: z.int(),
  availability: z.enum(['free', 'taken', 'no-right', 'age', 'past', 'unavailable']),
  /** The clinic's own words for an unavailable cell. */
  note: z.nullable(z.string()),
});
export type Slot = z.infer<typeof slot>;

/** A time kept for a person for some minutes. Not a booking, and never called one. */
export const hold = z.object({
  id: z.string(),
  person: z.string(),
  slot: z.object({ id: z.string(), starts: placeTime, ends: z.nullable(placeTime) }),
  place,
  /** The ids are missing in holds of before they were written down, and that of a speciality by which nobody chose. */
  doctor: z.object({
    id: z.optional(z.string()),
    name: z.string(),
    speciality: z.nullable(z.string()),
    specialityId: z.optional(z.string()),
  }),
  ageCategory,
  /** Until when the time is kept, by the server's clock and on the safe side. */
  keptUntil: instant,
  state: z.enum(['held', 'confirmed', 'released', 'lapsed', 'settling']),
});
export type Hold = z.infer<typeof hold>;

export const clinics = z.object({ clinics: z.array(clinic) });
export const specialities = z.object({ specialities: z.array(speciality) });
export const doctors = z.object({ doctors: z.array(doctor) });
export const slots = z.object({ slots: z.array(slot) });
/** `GET /api/holds/current?person=`: the hold that is still kept, so that it survives a reload; with `&id=` also one that has just lapsed. */
export const currentHold = z.object({ now: instant, hold: z.nullable(hold) });
