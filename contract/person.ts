import * as z from 'zod/mini';
import { calendarDay } from './time.ts';

/**
 * Somebody the signed-in person may act for. `ref` is ours and means something within one session only:
 * `self`, `child-<n>`, or `patient-<n>` for the patient a registrar has in hand. Policy numbers never leave the server.
 */
export const person = z.object({
  ref: z.string(),
  relation: z.enum(['self', 'child', 'patient']),
  name: z.string(),
  birthDate: calendarDay,
});
export type Person = z.infer<typeof person>;
