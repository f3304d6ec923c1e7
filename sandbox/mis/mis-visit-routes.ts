import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Call, Witness } from '../scenarios/witness.ts';
import { cancelVisitAnswers, reserveAnswers, standard, tokenAnswers } from './mis-answers.ts';
import type { AsBearer } from './mis-bearer.ts';
import { cancelVisit } from './mis-cancel.ts';
import { ticketVisit } from './mis-models.ts';
import { confirm, reserve, type Wish } from './mis-reserve.ts';
import { clinicsOf, ticketsOf } from './mis-tickets.ts';
import { misTime } from './mis-time.ts';
import type { Bearer } from './mis-tokens.ts';

const guid = z.guid();
const text = z.string();
const reservation = z.object({
  timeTable: guid.nullish(),
  ageCategory: z.enum(['CHILD', 'TEEN', 'ADULT']),
  reserveTime: z.int(),
});

/** Visits: listed, cancelled (seed 000), reserved (seed 002) and confirmed. */
export function misVisitRoutes(app: FastifyInstance, witness: Witness, asBearer: AsBearer) {
  const { store } = witness;

  app.get(
    '/visit',
    witness.handle(
      'mis.list-visits',
      asBearer(['cod', 'rpgu'], async ({ world, request }, { kind, person, card }) => {
        const { dateFrom, dateTo } = z
          .object({ dateFrom: z.iso.date(), dateTo: z.iso.date() })
          .parse(request.query);
        const clinics = await clinicsOf(store, world);
        const tickets = (await ticketsOf(store, world, person.policy)).filter((ticket) => {
          const day = misTime(ticket.begins).slice(0, 10);
          return day >= dateFrom && day <= dateTo && (kind === 'cod' || ticket.card === card);
        });
        const body = tickets.flatMap((ticket) => {
          const clinic = clinics.find((candidate) => candidate.guid === ticket.clinic);
          return clinic ? [ticketVisit(ticket, clinic)] : [];
        });
        return { status: 200, body };
      }),
      tokenAnswers,
    ),
  );

  app.delete(
    '/visit/:lpuGuid',
    witness.handle(
      'mis.cancel-visit',
      asBearer(['cod', 'rpgu'], async ({ world, now, request }, bearer) => {
        const { lpuGuid } = z.object({ lpuGuid: text }).parse(request.params);
        const query = z
          .object({ ticketGuid: text, examGuid: text.optional(), externalUserId: text.optional() })
          .parse(request.query);
        if (!guid.safeParse(query.ticketGuid).success || !guid.safeParse(lpuGuid).success)
          return cancelVisitAnswers['5068'];
        return cancelVisit(
          store,
          { world, now, bearer },
          {
            clinic: lpuGuid,
            ticket: query.ticketGuid,
            exam: query.examGuid,
            externalUserId: query.externalUserId,
          },
        );
      }),
      cancelVisitAnswers,
    ),
  );

  const wishOf = ({ world, now }: Call, { person, card }: Bearer, clinic: string, cell: string) =>
    ({ world, now, person, card, clinic, cell }) satisfies Omit<Wish, 'ageCategory'>;

  app.post(
    '/visit/:lpuGuid/reservation',
    witness.handle(
      'mis.reserve',
      asBearer(['cod', 'rpgu'], async (call, bearer) => {
        const { lpuGuid } = z.object({ lpuGuid: guid }).parse(call.request.params);
        const { fullResponse } = z
          .object({ fullResponse: z.enum(['true', 'false']).default('true') })
          .parse(call.request.query);
        const body = reservation.safeParse(call.request.body);
        if (!body.success) return standard(400, null, 'Тело запроса не соответствует описанию');
        const { timeTable, ageCategory, reserveTime } = body.data;
        if (!timeTable) return reserveAnswers['4036'];
        if (reserveTime < 1 || reserveTime > 60)
          return standard(400, null, 'Недопустимое время бронирования');
        const wish = { ...wishOf(call, bearer, lpuGuid, timeTable), ageCategory };
        return reserve(store, wish, reserveTime, fullResponse === 'true');
      }),
      reserveAnswers,
    ),
  );

  app.post(
    '/api/v2/visit/:lpuGuid',
    witness.handle(
      'mis.confirm',
      asBearer(['cod', 'rpgu'], async (call, bearer) => {
        const { lpuGuid } = z.object({ lpuGuid: guid }).parse(call.request.params);
        const { timeTable } = z.object({ timeTable: guid.optional() }).parse(call.request.query);
        if (!timeTable) return reserveAnswers['4036'];
        return confirm(store, { ...wishOf(call, bearer, lpuGuid, timeTable), ageCategory: null });
      }),
      reserveAnswers,
    ),
  );
}
