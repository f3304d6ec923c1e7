import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Witness } from '../scenarios/witness.ts';
import { standard, waitAnswers } from './mis-answers.ts';
import type { AsBearer } from './mis-bearer.ts';
import { clinicsOf } from './mis-tickets.ts';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const daysByDefault = 30;

/** One body, two spellings: the referral's fields begin with a capital. */
const wish = z.object({
  lpuGuid: z.guid(),
  doctorGuid: z.guid().nullish(),
  specialityCode: z.string().min(1),
  phone: z.string().nullish(),
  complaints: z.string().nullish(),
  dateStart: z.iso.datetime({ offset: true, local: true }),
  dateEnd: z.iso.datetime({ offset: true, local: true }).nullish(),
  timeStart: hour.default('00:00'),
  /** So the document has it: an empty window for whoever leaves it out. */
  timeEnd: hour.default('00:00'),
  isAgree: z.union([z.literal(0), z.literal(1)]),
  DirectionGuid: z.string().nullish(),
  DirectionType: z.union([z.literal(0), z.literal(1)]).nullish(),
  LpuFromGuid: z.guid().nullish(),
});

/** The waiting list: a clinic calls when a time becomes free. No document lists it or takes anybody off it. */
export function misWaitingRoutes(app: FastifyInstance, witness: Witness, asBearer: AsBearer) {
  const { store } = witness;
  app.post(
    '/api/v3/waitinglist',
    witness.handle(
      'mis.wait',
      asBearer(['lpu'], async ({ world, now, request }, { person, clinic }) => {
        const body = wish.safeParse(request.body);
        if (!body.success) return standard(400, null, 'Тело запроса не соответствует описанию');
        const { lpuGuid, specialityCode, doctorGuid, phone, dateStart, dateEnd, timeStart, timeEnd } =
          body.data;
        if (lpuGuid !== clinic) return waitAnswers['5008'];
        if (body.data.isAgree !== 1) return waitAnswers['no-consent'];
        const until = dateEnd ?? new Date(Date.parse(dateStart) + daysByDefault * 86_400_000).toISOString();
        if (Date.parse(until) < Date.parse(dateStart) || timeEnd <= timeStart)
          return waitAnswers['empty-window'];
        const asked = (await clinicsOf(store, world)).find(({ guid }) => guid === lpuGuid);
        if (!asked) return standard(404, null, 'Медицинская организация не найдена');
        if (!asked.online) return waitAnswers.offline;
        await store.query(
          `insert into waiting_list (world, guid, clinic, policy, speciality, doctor, phone, day_from, day_to, hour_from, hour_to, made_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            world,
            randomUUID(),
            lpuGuid,
            person.policy,
            specialityCode,
            doctorGuid ?? null,
            phone ?? null,
            dateStart.slice(0, 10),
            until.slice(0, 10),
            timeStart,
            timeEnd,
            now,
          ],
        );
        return standard(200, null, 'Вы добавлены в лист ожидания');
      }),
      waitAnswers,
    ),
  );
}
