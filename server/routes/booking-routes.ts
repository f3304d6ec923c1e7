import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { source } from '#contract/booking.ts';
import { cancelInput } from '#contract/operation.ts';
import type { Deps } from '#server/deps.ts';
import { cancelBooking } from '#server/operations/cancel-booking.ts';
import { findBooking, listBookings } from '#server/operations/bookings.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { unreadableIn } from '#server/upstreams/kit/rows.ts';
import { askedBy, patientOf, pseudonyms } from '#server/plugins/ours/caller.ts';
import { bookingLines, linesType, takesLines } from './booking-lines.ts';
import { writeReply } from './write-reply.ts';

const whose = z.object({ person: z.string() });
/** An unknown source is an address that does not exist. */
const sourceIn = (params: unknown) => {
  const parsed = z.object({ source: z.string(), id: z.string().max(100).default('') }).parse(params);
  const known = source.safeParse(parsed.source);
  if (!known.success) throw new PortalFailure('portal.not-found');
  return { source: known.data, id: parsed.id };
};

/** Bookings, one source at a time, and their cancellation. */
export function bookingRoutes(app: FastifyInstance, deps: Deps) {
  const { operations } = deps;

  app.get('/bookings/:source', async (request, reply) => {
    const patient = patientOf(request, whose.parse(request.query).person);
    const { pseudonym } = pseudonyms(deps.vault, request, patient);
    const { source: wanted } = sourceIn(request.params);
    const bookings = await listBookings(operations, wanted, patient, pseudonym, deps.clock());
    const unreadable = unreadableIn(bookings);
    if (!takesLines(request.headers)) return { bookings, ...(unreadable > 0 ? { unreadable } : {}) };
    return reply.type(linesType).send(bookingLines(bookings, deps.clock()));
  });

  app.get('/bookings/:source/:id', async (request) => {
    const patient = patientOf(request, whose.parse(request.query).person);
    const { pseudonym } = pseudonyms(deps.vault, request, patient);
    const wanted = sourceIn(request.params);
    return findBooking(operations, wanted.source, wanted.id, patient, pseudonym, deps.clock());
  });

  app.post('/bookings/:source/:id/cancel', async (request, reply) => {
    const input = cancelInput.parse(request.body);
    const wanted = sourceIn(request.params);
    const asked = askedBy(deps.vault, request, input.person);
    return writeReply(
      reply,
      operations,
      await cancelBooking(operations, asked, wanted.source, wanted.id, input),
    );
  });

  app.get('/home-call-reasons', () => deps.config.homeCallReasons);
}
