import * as z from 'zod/mini';
import { requestInput } from '#contract/operation.ts';
import type { CalendarDay } from '#contract/time.ts';

/** What is filled in: the contract's own checks, on text as a form has it. `today` is the first day that can be wished. */
export const requestForm = (today: CalendarDay) =>
  z.object({
    orderId: z.string().check(z.trim(), z.regex(/^[1-9]\d{0,8}$/, { error: 'requests.order.number' })),
    dateFrom: requestInput.shape.dateFrom.check(
      z.refine((day) => day === '' || day >= today, { error: 'requests.dateFrom.past' }),
    ),
  });
export type RequestFormValues = z.infer<ReturnType<typeof requestForm>>;
