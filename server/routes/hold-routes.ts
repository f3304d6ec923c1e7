import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holdInput } from '#contract/operation.ts';
import type { Deps } from '#server/deps.ts';
import { confirmHold } from '#server/operations/confirm-hold.ts';
import { byId, current } from '#server/operations/hold-rows.ts';
import { makeHold } from '#server/operations/make-hold.ts';
import { ownClinicOnly } from '#server/operations/own-clinic.ts';
import { releaseHold } from '#server/operations/release-hold.ts';
import { askedBy, notThere, patientOf, pseudonyms, sessionOf } from '#server/plugins/ours/caller.ts';
import { actedFor } from '#server/session/subject.ts';
import { writeReply } from './write-reply.ts';

/** Times kept for a person: made, confirmed, given back, and found again after a reload. */
export function holdRoutes(app: FastifyInstance, deps: Deps) {
  const { operations, clock } = deps;

  app.get('/holds/current', async (request) => {
    const { person, id } = z.object({ person: z.string(), id: z.string().optional() }).parse(request.query);
    const patient = patientOf(request, person);
    const { actor, pseudonym } = pseudonyms(deps.vault, request, patient);
    const named = id === undefined || z.uuid().safeParse(id).success;
    const hold = named ? await current(operations, { actor, patient: pseudonym }, clock(), id) : null;
    return { now: clock().toISOString(), hold: hold && { ...hold, person } };
  });

  app.post('/holds', async (request, reply) => {
    const input = holdInput.parse(request.body);
    return writeReply(
      reply,
      operations,
      await makeHold(operations, askedBy(deps.vault, request, input.person), input),
    );
  });

  /** A hold names its person: the one that this session acts for under the same pseudonym. */
  const askedOfHold = async (request: FastifyRequest) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const known = z.uuid().safeParse(id);
    const found = known.success ? await byId(operations, known.data) : null;
    const mine = actedFor(sessionOf(request).subject).find(
      ({ patient }) => pseudonyms(deps.vault, request, patient).pseudonym === found?.row.patient,
    );
    if (!mine) throw notThere(request);
    const asked = askedBy(deps.vault, request, mine.person.ref);
    ownClinicOnly(asked, found?.row.clinic ?? null);
    return { id, asked };
  };

  app.post('/holds/:id/confirm', async (request, reply) => {
    const { id, asked } = await askedOfHold(request);
    return writeReply(reply, operations, await confirmHold(operations, asked, id));
  });

  app.delete('/holds/:id', async (request, reply) => {
    const { id, asked } = await askedOfHold(request);
    return writeReply(reply, operations, await releaseHold(operations, asked, id));
  });
}
