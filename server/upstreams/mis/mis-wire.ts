import { z } from 'zod';
import { rowsOf } from '../kit/rows.ts';

/** What MIS sends, only the fields that we read. With `fullResponse=false` absent and null mean the same. */

const words = z.string().nullish();
/** Text that decides nothing: a number is read as text, and what is neither is not known. */
const label = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const moment = z.iso.datetime({ offset: true });
/** A time that may be unknown: one that cannot be read is. */
const someMoment = moment.nullish().catch(null);
/** No id is written as nothing, too. */
const someId = z.string().nullish();

const textOrNumber = z.union([z.string(), z.number()]).nullish().catch(null);

/**
 * The standard response. Its keys are spelled in camelCase, PascalCase and snake_case, and once `message_ode` (seed 001): they
 * are read without case and underscores. A code is text or a number.
 */
export const wireStandardResponse = z.preprocess(
  (body) =>
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? Object.fromEntries(
          Object.entries(body).map(([key, value]) => [key.toLowerCase().replaceAll('_', ''), value]),
        )
      : body,
  z.looseObject({
    /** The HTTP status once more. */
    code: textOrNumber,
    message: words.catch(null),
    messagecode: textOrNumber,
    messageode: textOrNumber,
    success: z.unknown().optional(),
    error: z.unknown().optional(),
    errors: z.unknown().optional(),
  }),
);
export type WireStandardResponse = z.infer<typeof wireStandardResponse>;

export const wireLpu = z.object({
  status: z.object({ name: z.string(), lastChangeTime: someMoment }).nullish().catch(null),
  guid: z.string(),
  name: z.string(),
  fullName: label,
  address: label,
  phone: label,
  isChildrenPolyclinic: z.boolean().nullish(),
  isActive: z.boolean().nullish(),
  haveSchedule: z.boolean().nullish(),
  worktimes: z.record(z.string(), label).nullish().catch(null),
});
export type WireLpu = z.infer<typeof wireLpu>;

/** TicketVisitWithLpu (seed 002), also what `GET /visit` lists. */
export const wireTicket = z.object({
  lpu: wireLpu,
  /** Its zeros count (`008`): a number has lost them, and is not the ticket's. */
  num: words.catch(null),
  ticketGuid: z.guid(),
  timeTableGuid: someId,
  docFio: label,
  docGuid: someId.catch(null),
  doctorRole: label,
  speciality: label,
  beginTime: someMoment,
  endTime: someMoment,
  dateOfAppointment: someMoment,
  room: label,
  flat: z.int().nullish().catch(null),
  login: label,
  dispExamGuid: someId,
  history: z
    .array(z.object({ element: label, newValue: label, editor: label, date: someMoment }))
    .nullish()
    .catch(null),
});
export type WireTicket = z.infer<typeof wireTicket>;
export const wireTickets = rowsOf(wireTicket);

/** TicketCallWithLpu: ids other than the call's own are absent once it is not active. */
export const wireCall = z.object({
  lpu: wireLpu.nullish().catch(null),
  callDoctorGuid: z.guid(),
  docFio: label,
  doctorRole: label,
  dateCall: moment,
  address: label,
  /** A number; in words it is kept and not understood. */
  status: z.union([z.int(), z.string()]),
  dateStatus: someMoment,
});
export type WireCall = z.infer<typeof wireCall>;
export const wireCalls = rowsOf(wireCall);

export const wireToken = z.object({ token: z.string().min(1) });
export const wireLpus = rowsOf(wireLpu);

export const wireDepartments = z.object({
  items: rowsOf(z.object({ id: z.union([z.string(), z.number().transform(String)]), title: z.string() })),
});

/** `surname` is the patronymic; `schedule` is null, not empty, without one. */
const wireDoctor = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  displayName: label,
  family: label,
  name: label,
  surname: label,
  position: label,
  room: label,
  schedule: z
    .array(z.object({ count_tickets: z.int().nullish() }))
    .nullish()
    .catch(null),
});
export type WireDoctor = z.infer<typeof wireDoctor>;
export const wireDoctors = z.object({ items: rowsOf(z.object({ doctors: rowsOf(wireDoctor) })) });

/** ExtendedSlot; the names below the vendor's cut are the choice A7. */
export const wireSlot = z.object({
  status: z.string(),
  message: words,
  flagAccess: words,
  count: z.int(),
  usedCount: z.int(),
  timeTableGuid: z.guid(),
  docGuid: words,
  beginTime: moment,
  endTime: moment,
  ageFrom: z.int().nullish(),
  ageTo: z.int().nullish(),
});
export type WireSlot = z.infer<typeof wireSlot>;
export const wireSlots = rowsOf(wireSlot);
