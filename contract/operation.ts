import * as z from 'zod/mini';
import { booking, offeredTime } from './booking.ts';
import { failureName } from './failures.ts';
import { hold } from './slot.ts';
import { texts } from './texts.ts';
import { instant } from './time.ts';

/** What one write was about. */
export const operationKind = z.enum([
  'hold',
  'confirm',
  'release',
  'cancel',
  'move',
  'request-times',
  'book-time',
  'wait',
]);
export type OperationKind = z.infer<typeof operationKind>;

/**
 * Why a write or a read did not work. `facts` are values for the words (4008: `doctor`, `time`);
 * `text` is the upstream's own sentence, present only where we have no words of our own.
 */
export const failureReport = z.object({
  failure: failureName,
  upstream: z.nullable(
    z.object({
      system: z.enum(['mis', 'connect', 'loop']),
      status: z.nullable(z.int()),
      code: z.nullable(z.string()),
    }),
  ),
  facts: texts,
  text: z.nullable(z.string()),
});
export type FailureReport = z.infer<typeof failureReport>;

/**
 * The truth about a write: confirmed, refused, or unknown (being settled). `scheduled` has not been sent yet and can be undone;
 * `started` has not been answered yet.
 */
export const operation = z.object({
  id: z.string(),
  kind: operationKind,
  state: z.enum(['scheduled', 'started', 'confirmed', 'refused', 'unknown']),
  /** While scheduled: in how many milliseconds the server sends it, counted from this answer. */
  sendsInMs: z.optional(z.int()),
  person: z.string(),
  at: instant,
  /** Present once refused, and while unknown where the upstream said something. */
  report: z.nullable(failureReport),
  /** The booking as it stands after a confirmed write, or as last seen before it. */
  booking: z.nullable(booking),
  hold: z.nullable(hold),
});
export type Operation = z.infer<typeof operation>;

/** `GET /api/operations?person=`: what is not settled yet, and what was settled after the person had left. */
export const operations = z.object({ operations: z.array(operation) });

/** Every failure of the portal API: `application/problem+json`, without personal data. */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  ...failureReport.shape,
  /** The operation's id, for the person to name to support. */
  operation: z.nullable(z.string()),
  /** Fields that were wrong, by name, with a message id. */
  fields: z.optional(texts),
});
export type Problem = z.infer<typeof problem>;

/** `POST /api/holds` */
export const holdInput = z.object({
  person: z.string(),
  clinicId: z.string(),
  doctorId: z.string(),
  /** By which speciality the doctor was chosen, where that is known: the way back to choosing leads through it. */
  specialityId: z.optional(z.string()),
  slotId: z.string(),
  /** The calendar day of the slot at the clinic: where the server looks for it. */
  day: z.optional(z.iso.date()),
});
export type HoldInput = z.infer<typeof holdInput>;

/** `POST /api/requests`: ask for times for an order. */
export const requestInput = z.object({
  person: z.string(),
  orderId: z.coerce
    .number()
    .check(z.int({ error: 'requests.order.number' }), z.positive({ error: 'requests.order.number' })),
  dateFrom: z.iso.date({ error: 'requests.dateFrom.date' }),
});
export type RequestInput = z.infer<typeof requestInput>;

/** `POST /api/requests/:id/book` */
export const bookTimeInput = z.object({ person: z.string(), timeId: z.string() });

/** `GET /api/bookings/visits/:id/times`: the times that a visit may be moved to, earliest first. */
export const moveTimes = z.object({ times: z.array(offeredTime) });

/** `POST /api/bookings/visits/:id/move` */
export const moveInput = z.object({ person: z.string(), timeId: z.string() });
export type MoveInput = z.infer<typeof moveInput>;

/** The longest free text that we send (Loop's reason, the home call's reason). */
export const reasonLimit = 500;

/** The home call's reason code that must come with text (seed 001). */
export const reasonCodeOther = 6;

/**
 * `POST /api/bookings/:source/:id/cancel`. `reasonCode` is the home call's dictionary; 6 must come with text.
 * `asCheckUp` is the person's plain consent to cancel a visit that is part of a check-up. `canUndo`: the server waits for the undo
 * delay before it sends, whatever becomes of the page.
 */
export const cancelInput = z
  .object({
    person: z.string(),
    reasonCode: z.optional(z.int()),
    reason: z.optional(
      z.string().check(z.trim(), z.maxLength(reasonLimit, { error: 'cancel.reason.tooLong' })),
    ),
    asCheckUp: z.optional(z.boolean()),
    canUndo: z.optional(z.boolean()),
  })
  .check(
    z.refine((input) => input.reasonCode !== reasonCodeOther || Boolean(input.reason), {
      path: ['reason'],
      error: 'cancel.reason.required',
    }),
  );
export type CancelInput = z.infer<typeof cancelInput>;

/** `GET /api/home-call-reasons`: code to label per language, as the clinic configured them. */
export const homeCallReasons = z.object({
  reasons: z.array(z.object({ code: z.int(), label: texts })),
});
export type HomeCallReasons = z.infer<typeof homeCallReasons>;

/** `GET /api/orders?person=`: the order numbers that a patient may ask times for. */
export const orders = z.object({ orders: z.array(z.int()) });
