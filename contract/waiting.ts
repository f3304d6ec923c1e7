import * as z from 'zod/mini';

/** When in the day somebody can come; MIS is told the hours. */
export const partOfDay = z.enum(['any', 'morning', 'afternoon']);
export type PartOfDay = z.infer<typeof partOfDay>;

/** `POST /api/waiting`: asks the clinic to call when a time becomes free. */
export const waitInput = z
  .object({
    person: z.string(),
    clinicId: z.string(),
    specialityId: z.string(),
    /** Null is any doctor of the speciality. */
    doctorId: z.nullable(z.string()),
    phone: z.string().check(z.trim(), z.regex(/^\+?[\d\s()-]{10,20}$/, { error: 'waiting.phone.wrong' })),
    from: z.iso.date({ error: 'waiting.day.choose' }),
    to: z.iso.date({ error: 'waiting.day.choose' }),
    part: partOfDay,
    /** The vendor's `isAgree`: without this consent the clinic may not be told. */
    consent: z.literal(true, { error: 'waiting.consent.required' }),
  })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'waiting.to.before' }));
export type WaitInput = z.infer<typeof waitInput>;
