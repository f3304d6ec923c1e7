import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { patientOf } from '#server/plugins/ours/caller.ts';

const whose = z.object({ person: z.string() });
const where = z.object({ clinicId: z.guid() });
const slotsQuery = whose.extend({ clinic: z.guid(), doctor: z.guid(), from: z.iso.date(), to: z.iso.date() });

/** Clinics, specialities, doctors and their times, as the patient in question may see them. */
export function scheduleRoutes(app: FastifyInstance, { upstreams, clock }: Deps) {
  const schedule = () => {
    if (!upstreams.schedule) throw new PortalFailure('portal.not-found');
    return upstreams.schedule;
  };

  app.get('/clinics', async (request) => {
    const patient = patientOf(request, whose.parse(request.query).person);
    return { clinics: await schedule().clinics(patient) };
  });

  app.get('/clinics/:clinicId/specialities', async (request) => {
    const patient = patientOf(request, whose.parse(request.query).person);
    return { specialities: await schedule().specialities(patient, where.parse(request.params).clinicId) };
  });

  app.get('/clinics/:clinicId/doctors', async (request) => {
    const { person, speciality } = whose.extend({ speciality: z.string().max(40) }).parse(request.query);
    const { clinicId } = where.parse(request.params);
    return { doctors: await schedule().doctors(patientOf(request, person), clinicId, speciality) };
  });

  app.get('/slots', async (request) => {
    const { person, clinic, doctor, from, to } = slotsQuery.parse(request.query);
    const place = { clinicId: clinic, doctorId: doctor, dateFrom: from, dateTo: to };
    return { slots: await schedule().slots(patientOf(request, person), place, clock()) };
  });
}
