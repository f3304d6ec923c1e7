import { z } from 'zod';

const utc = z.iso.datetime({ offset: true });
const offset = z.string().regex(/^[+-]\d{2}:\d{2}$/);

/** A request, asked at its `Location` (B1). The status is free text. */
export const wireRequest = z.object({
  appointmentRequestId: z.int(),
  orderId: z.int(),
  status: z.string(),
  slots: z
    .array(z.object({ id: z.string(), startTime: utc, endTime: utc, timezoneOffset: offset }))
    .default([]),
});
export type WireRequest = z.infer<typeof wireRequest>;

/** A booked appointment, asked at its `Location`: UTC times and the offset apart, as the vendor's webhook has them. */
export const wireAppointment = z.object({
  id: z.int(),
  orderId: z.int(),
  status: z.string(),
  startTime: utc,
  endTime: utc,
  timezoneOffset: offset,
});
export type WireAppointment = z.infer<typeof wireAppointment>;

/** The document shows no body for an error. Where there is one with words in it, they are these. */
export const wireError = z.looseObject({ message: z.string() });
