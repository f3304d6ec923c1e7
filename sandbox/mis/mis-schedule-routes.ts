import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import { clinicOffline, scheduleAnswers } from './mis-answers.ts';
import { lpuWithStatus } from './mis-models.ts';
import { departments, doctors, schedule } from './mis-schedule.ts';
import { clinicsOf, lapseHolds } from './mis-tickets.ts';

const guid = z.guid();
const text = z.string();
const range = z.object({ lpu: guid, doctorGuid: guid, dateFrom: z.iso.date(), dateTo: z.iso.date() });
const doctorsQuery = z.object({
  lpuCode: guid,
  departmentId: text,
  days: z.coerce.number().int().min(1).max(60).default(14),
});

/** What anybody may ask: clinics, their departments, the doctors and their free time. */
export function misScheduleRoutes(app: FastifyInstance, witness: Witness) {
  const { store } = witness;

  /** A read that the clinic's own server answers, and nobody while that is offline (A15). */
  const ofClinic = async (
    { world, now }: Call,
    lpu: string,
    read: () => Promise<unknown>,
  ): Promise<Answer> => {
    await lapseHolds(store, world, now);
    const clinic = (await clinicsOf(store, world)).find((candidate) => candidate.guid === lpu);
    return clinic && !clinic.online ? clinicOffline : { status: 200, body: await read() };
  };

  app.get(
    '/lpu',
    witness.handle('mis.lpu', async ({ world }) => ({
      status: 200,
      body: (await clinicsOf(store, world)).map(lpuWithStatus),
    })),
  );
  app.get(
    '/api/v2/iemk/departments',
    witness.handle(
      'mis.schedule',
      async (call) => {
        const { lpuCode } = z.object({ lpuCode: guid }).parse(call.request.query);
        return ofClinic(call, lpuCode, () => departments(store, call.world, lpuCode));
      },
      scheduleAnswers,
    ),
  );
  app.get(
    '/api/v2/iemk/doctors',
    witness.handle(
      'mis.schedule',
      async (call) => {
        const { lpuCode, departmentId, days } = doctorsQuery.parse(call.request.query);
        return ofClinic(call, lpuCode, () =>
          doctors(store, call.world, lpuCode, departmentId, call.now, days),
        );
      },
      scheduleAnswers,
    ),
  );
  app.get(
    '/lpu/:lpu/doctor/:doctorGuid/schedule/:dateFrom/:dateTo',
    witness.handle(
      'mis.schedule',
      async (call) => {
        const asked = range.parse(call.request.params);
        return ofClinic(call, asked.lpu, () => schedule(store, call.world, asked, call.now));
      },
      scheduleAnswers,
    ),
  );
}
