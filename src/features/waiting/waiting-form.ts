import * as z from 'zod/mini';
import { waitInput } from '#contract/waiting.ts';
import type { CalendarDay } from '#contract/time.ts';

const { phone, from, to, part } = waitInput.shape;
const notPast = (today: CalendarDay) =>
  z.refine<string>((day) => day === '' || day >= today, { error: 'waiting.day.past' });

/** What is filled in: the contract's own checks, and no day that is over. */
export const waitingForm = (today: CalendarDay) =>
  z
    .object({
      phone,
      from: from.check(notPast(today)),
      to: to.check(notPast(today)),
      part,
      consent: z.boolean().check(z.refine(Boolean, { error: 'waiting.consent.required' })),
    })
    .check(z.refine((filled) => filled.from <= filled.to, { path: ['to'], error: 'waiting.to.before' }));
export type WaitingFormValues = z.infer<ReturnType<typeof waitingForm>>;
