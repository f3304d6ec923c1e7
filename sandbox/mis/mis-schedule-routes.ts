import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Witness } from '../scenarios/witness.ts';
import { clinicOffline } from './mis-answers.ts';
import { lpuWithStatus } from './mis-models.ts';
import { departments, doctors, schedule } from './mis-schedule.ts';
import { clinicsOf, lapseHolds } from './mis-tickets.ts';

const guid = z.guid();
const text = z.string();

/** What anybody may ask: clinics, their departments, the doctors and their free time. */
export function misScheduleRoutes(app: FastifyInstance, witness: Witness) {
  const { store } = witness;

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
      if (clinic && !clinic.online) return clinicOffline;
      return { status: 200, body: await schedule(store, world, doctorGuid, dateFrom, dateTo, now) };
    }),
  );
}
