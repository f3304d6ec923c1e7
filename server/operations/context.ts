import { z } from 'zod';
import type { Patient } from '#server/upstreams/kit/patient.ts';

const patient = z.object({
  ref: z.string(),
  policy: z.string(),
  birthDate: z.string(),
  externalUserId: z.string(),
  actsForAnother: z.boolean(),
  loopPatientId: z.nullable(z.string()),
  connectOrders: z.array(z.int()).readonly(),
  world: z.nullable(z.string()),
}) satisfies z.ZodType<Patient>;

/** What a runner that has never seen the person needs to settle a row. Kept encrypted, and only until it is settled. */
export const context = z.object({ patient, what: z.unknown() });
export type Context = Readonly<z.infer<typeof context>>;
