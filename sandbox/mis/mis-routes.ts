import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { demoPeople } from '../people/people.ts';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import {
  cancelCallAnswers,
  cancelVisitAnswers,
  reserveAnswers,
  standard,
  tokenAnswers,
} from './mis-answers.ts';
import { cancelCall, cancelVisit } from './mis-cancel.ts';
import { lpuWithStatus, ticketVisit } from './mis-models.ts';
import { confirm, reserve, type Wish } from './mis-reserve.ts';
import { departments, doctors, schedule } from './mis-schedule.ts';
import { clinicsOf, lapseHolds, ticketsOf } from './mis-tickets.ts';
import { misTime } from './mis-time.ts';
import { createMisTokens, type Bearer } from './mis-tokens.ts';

const guid = z.guid();
const text = z.string();
const reservation = z.object({
  timeTable: guid.nullish(),
  ageCategory: z.enum(['CHILD', 'TEEN', 'ADULT']),
  reserveTime: z.int(),
});
const reasonBody = z
  .object({
    ReasonCode: z.coerce.number().optional(),
    reasonCode: z.coerce.number().optional(),
    Reason: text.optional(),
    reason: text.optional(),
  })
  .nullish();

/** `/mis/*`: SoftTrust's dialect, from the vendor's documents. */
export function misRoutes(app: FastifyInstance, witness: Witness) {
  const { store } = witness;
  const tokens = createMisTokens();

  const asBearer =
    (kinds: readonly ('cod' | 'rpgu')[], work: (call: Call, bearer: Bearer) => Promise<Answer>) =>
    async (call: Call) => {
      const checked = await tokens.check(call, kinds);
      if ('answer' in checked) return checked.answer;
      await lapseHolds(store, call.world, call.now);
      return work(call, checked.bearer);
    };

  for (const kind of ['cod', 'rpgu'] as const)
    app.get(
      `/auth/${kind}/token`,
      witness.handle('mis.token', async (call) => {
        const query = z
          .object({ Birthday: z.iso.date(), n_pol: text, mkab: guid.optional() })
          .safeParse(call.request.query);
        if (!query.success) return standard(400, null, 'Не указаны обязательные параметры');
        const { Birthday, n_pol, mkab } = query.data;
        const person = demoPeople(call.now).find(
          ({ policy, birthDate }) => policy === n_pol && birthDate === Birthday,
        );
        const card = mkab ?? person?.cards[0];
        if (!person || !card || !person.cards.includes(card)) return standard(404, null, 'Пациент не найден');
        return { status: 200, body: { token: await tokens.issue(kind, person, card, call) } };
      }),
    );

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

  app.get(
    '/calldoctor',
    witness.handle(
      'mis.list-calls',
      asBearer(['cod'], async ({ world, now, request }, { person }) => {
        const query = z
          .object({ dateFrom: z.iso.date().optional(), dateTo: z.iso.date().optional() })
          .parse(request.query);
        const from = query.dateFrom ?? misTime(now).slice(0, 10);
        const clinics = await clinicsOf(store, world);
        const calls = await store.query<{
          guid: string;
          clinic: string;
          called_for: Date;
          address: string;
          status: number;
          status_at: Date | null;
          kind: number;
          doctor: string;
          doctor_role: string;
        }>('select * from home_calls where world = $1 and policy = $2 order by called_for', [
          world,
          person.policy,
        ]);
        const body = calls
          .filter(({ called_for }) => misTime(called_for).slice(0, 10) >= from)
          .flatMap((call) => {
            const clinic = clinics.find((candidate) => candidate.guid === call.clinic);
            if (!clinic) return [];
            const active = call.status === 0 || call.status === 1;
            return [
              {
                lpu: lpuWithStatus(clinic),
                callDoctorGuid: call.guid,
                ...(active ? { ticketGuid: call.guid } : {}),
                docFio: call.doctor,
                doctorRole: call.doctor_role,
                dateCall: misTime(call.called_for),
                address: call.address,
                status: call.status,
                dateStatus: call.status_at ? misTime(call.status_at) : null,
                type: call.kind,
              },
            ];
          });
        return { status: 200, body };
      }),
      tokenAnswers,
    ),
  );

  for (const prefix of ['/api/v2', ''])
    app.delete(
      `${prefix}/iemk/doctors/visit/:visitId`,
      witness.handle(
        'mis.cancel-call',
        async (call) => {
          if (!call.request.headers['content-type']?.startsWith('application/json')) return { status: 415 };
          return asBearer(['rpgu'], async ({ world, now, request }, bearer) => {
            const { visitId } = z.object({ visitId: text }).parse(request.params);
            if (!guid.safeParse(visitId).success) return cancelCallAnswers['5068'];
            const body = reasonBody.safeParse(request.body);
            if (!body.success) return standard(400, null, 'Тело запроса не соответствует описанию');
            const reasonCode = body.data?.ReasonCode ?? body.data?.reasonCode;
            const reason = body.data?.Reason ?? body.data?.reason;
            return cancelCall(store, { world, now, bearer }, { call: visitId, reasonCode, reason });
          })(call);
        },
        cancelCallAnswers,
      ),
    );

  app.get(
    '/lpu',
    witness.handle('mis.lpu', async ({ world }) => ({
      status: 200,
      body: (await clinicsOf(store, world)).map(lpuWithStatus),
    })),
  );
  app.get(
    '/api/v2/iemk/departments',
    witness.handle('mis.schedule', async ({ world, request }) => {
      const { lpuCode } = z.object({ lpuCode: guid }).parse(request.query);
      return { status: 200, body: await departments(store, world, lpuCode) };
    }),
  );
  app.get(
    '/api/v2/iemk/doctors',
    witness.handle('mis.schedule', async ({ world, now, request }) => {
      const { lpuCode, departmentId, days } = z
        .object({
          lpuCode: guid,
          departmentId: text,
          days: z.coerce.number().int().min(1).max(60).default(14),
        })
        .parse(request.query);
      return { status: 200, body: await doctors(store, world, lpuCode, departmentId, now, days) };
    }),
  );
  app.get(
    '/lpu/:lpu/doctor/:doctorGuid/schedule/:dateFrom/:dateTo',
    witness.handle('mis.schedule', async ({ world, now, request }) => {
      const { lpu, doctorGuid, dateFrom, dateTo } = z
        .object({ lpu: guid, doctorGuid: guid, dateFrom: z.iso.date(), dateTo: z.iso.date() })
        .parse(request.params);
      await lapseHolds(store, world, now);
      const clinic = (await clinicsOf(store, world)).find((candidate) => candidate.guid === lpu);
      if (clinic && !clinic.online) return standard(500, null, 'МО недоступна');
      return { status: 200, body: await schedule(store, world, doctorGuid, dateFrom, dateTo, now) };
    }),
  );
}
