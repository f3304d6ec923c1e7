import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { source } from '#contract/booking.ts';
import { askedLanguage } from '#server/calendar/asked-language.ts';
import { bookingCalendar, calendarFileName } from '#server/calendar/booking-calendar.ts';
import { calendarLanguages, calendarWords } from '#server/calendar/calendar-words.ts';
import type { Deps } from '#server/deps.ts';
import { findBooking } from '#server/operations/bookings.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';

const path = z.object({ source: z.string(), id: z.string().max(100) });
const query = z.object({ person: z.string(), language: z.string().optional() });

/** A booking's own page in the portal. */
const pageOf = (wanted: { source: string; id: string }, search: Readonly<Record<string, string>> = {}) => {
  const page = `/bookings/${encodeURIComponent(wanted.source)}/${encodeURIComponent(wanted.id)}`;
  const asked = new URLSearchParams(search).toString();
  return asked ? `${page}?${asked}` : page;
};

/** Somebody that this session may act for; anybody else is not there. */
function actingFor(request: FastifyRequest, ref: string) {
  const found = actedFor(sessionOf(request).subject).find(({ person }) => person.ref === ref);
  if (!found) throw new PortalFailure('portal.not-found');
  return found;
}

/** A booking as a file that any calendar takes, and takes back once it is cancelled. */
export function calendarRoutes(app: FastifyInstance, { operations, config, vault, clock }: Deps) {
  app.get(
    '/bookings/:source/:id/calendar.ics',
    { errorHandler: leadBack },
    async (request, reply: FastifyReply) => {
      const { person: ref, language: named } = query.parse(request.query);
      const { person, patient } = actingFor(request, ref);
      const { pseudonym } = pseudonyms(vault, request, patient);
      const wanted = path.parse(request.params);
      const known = source.safeParse(wanted.source);
      if (!known.success) throw new PortalFailure('portal.not-found');
      const now = clock();
      const booking = await findBooking(operations, known.data, wanted.id, patient, pseudonym, now);
      const { starts } = booking;
      if (!starts) throw new PortalFailure('portal.not-found');
      const accepted = request.headers['accept-language'];
      const language = askedLanguage({ named, accepted }, calendarLanguages);
      const file = bookingCalendar({
        booking: { ...booking, starts },
        person,
        now,
        language,
        words: calendarWords(language),
        // A registrar's name for a patient means nothing to the patient, who is the first to act for themselves.
        page: new URL(pageOf(wanted, person.relation === 'child' ? { person: ref } : {}), config.publicUrl),
      });
      const method = booking.status.kind === 'cancelled' ? 'CANCEL' : 'PUBLISH';
      return (
        reply
          .type(`text/calendar; charset=utf-8; method=${method}`)
          // Not an attachment: a phone then shows the entry and asks whether to add it.
          .header('content-disposition', `inline; filename="${calendarFileName(starts)}"`)
          .header('content-language', language)
          .send(file)
      );
    },
  );
}

/** Somebody who followed the link gets no JSON to read: the booking's page says what is wrong, and signs in where that is it. */
function leadBack(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const wanted = path.safeParse(request.params);
  const asked = query.safeParse(request.query);
  if (!request.headers.accept?.includes('text/html') || !wanted.success || !asked.success) throw error;
  void reply.redirect(pageOf(wanted.data, { person: asked.data.person, calendar: 'failed' }), 303);
}
