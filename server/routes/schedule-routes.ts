import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { findEarliest, specialityNames } from '#server/operations/earliest.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';
import { patientOf } from '#server/plugins/ours/caller.ts';

const whose = z.object({ person: z.string() });
const where = z.object({ clinicId: z.guid() });
const earliestQuery = whose
  .extend({
    speciality: z.string().trim().min(1).max(100).optional(),
    name: z.string().trim().min(2).max(60).optional(),
    clinic: z.guid().optional(),
  })
  .refine(({ speciality, name, clinic }) => speciality ?? name ?? clinic, { path: ['speciality'] });
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

  app.get('/specialities', async (request) => {
    const patient = patientOf(request, whose.parse(request.query).person);
    return specialityNames({ schedule: schedule(), patient, clock });
  });

  app.get('/earliest', async (request) => {
    const { person, ...wanted } = earliestQuery.parse(request.query);
    return findEarliest({ schedule: schedule(), patient: patientOf(request, person), clock }, wanted);
  });

  app.get('/slots', async (request) => {
    const { person, clinic, doctor, from, to } = slotsQuery.parse(request.query);
    const place = { clinicId: clinic, doctorId: doctor, dateFrom: from, dateTo: to };
    return { slots: await schedule().slots(patientOf(request, person), place, clock()) };
  });
}
