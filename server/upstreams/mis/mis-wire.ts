import { z } from 'zod';

/** What MIS sends, only the fields that we read. With `fullResponse=false` absent and null mean the same. */

const words = z.string().nullish();
const moment = z.iso.datetime({ offset: true });

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
  status: z.object({ name: z.string(), lastChangeTime: moment.nullish() }).nullish(),
  guid: z.string(),
  name: z.string(),
  fullName: words,
  address: words,
  phone: words,
  isChildrenPolyclinic: z.boolean().nullish(),
  isActive: z.boolean().nullish(),
  haveSchedule: z.boolean().nullish(),
  worktimes: z.record(z.string(), words).nullish(),
});
export type WireLpu = z.infer<typeof wireLpu>;

/** TicketVisitWithLpu (seed 002), also what `GET /visit` lists. */
export const wireTicket = z.object({
  lpu: wireLpu,
  num: words,
  ticketGuid: z.guid(),
  timeTableGuid: z.guid().nullish(),
  docFio: words,
  docGuid: words,
  doctorRole: words,
  speciality: words,
  beginTime: moment.nullish(),
  endTime: moment.nullish(),
  dateOfAppointment: moment.nullish(),
  room: words,
  flat: z.int().nullish(),
  login: words,
  dispExamGuid: z.guid().nullish(),
  history: z
    .array(z.object({ element: words, newValue: words, editor: words, date: moment.nullish() }))
    .nullish(),
});
export type WireTicket = z.infer<typeof wireTicket>;
export const wireTickets = z.array(wireTicket);

/** TicketCallWithLpu: ids other than the call's own are absent once it is not active. */
export const wireCall = z.object({
  lpu: wireLpu.nullish(),
  callDoctorGuid: z.guid(),
  docFio: words,
  doctorRole: words,
  dateCall: moment,
  address: words,
  status: z.int(),
  dateStatus: moment.nullish(),
});
export type WireCall = z.infer<typeof wireCall>;
export const wireCalls = z.array(wireCall);

export const wireToken = z.object({ token: z.string().min(1) });
export const wireLpus = z.array(wireLpu);

export const wireDepartments = z.object({
  items: z.array(z.object({ id: z.coerce.string(), title: z.string() })),
});

/** `surname` is the patronymic; `schedule` is null, not empty, without one. */
export const wireDoctors = z.object({
  items: z.array(
    z.object({
      doctors: z.array(
        z.object({
          id: z.coerce.string(),
          displayName: words,
          family: words,
          name: words,
          surname: words,
          position: words,
          room: words,
          schedule: z.array(z.object({ count_tickets: z.int().nullish() })).nullish(),
        }),
      ),
    }),
  ),
});
export type WireDoctor = z.infer<typeof wireDoctors>['items'][number]['doctors'][number];

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
export const wireSlots = z.array(wireSlot);
