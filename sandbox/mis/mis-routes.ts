import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Witness } from '../scenarios/witness.ts';
import { issueAnswers, standard } from './mis-answers.ts';
import { createAsBearer } from './mis-bearer.ts';
import { misCallRoutes } from './mis-call-routes.ts';
import { misScheduleRoutes } from './mis-schedule-routes.ts';
import { createMisTokens } from './mis-tokens.ts';
import { misVisitRoutes } from './mis-visit-routes.ts';
import { misWaitingRoutes } from './mis-waiting-routes.ts';

/** `/mis/*`: SoftTrust's dialect, from the vendor's documents. */
export function misRoutes(app: FastifyInstance, witness: Witness) {
  const tokens = createMisTokens(witness.worlds);
  const asBearer = createAsBearer(tokens, witness);

  // A question that lacks what the documents require is the asker's mistake: no code is documented for it.
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof z.ZodError)) throw error;
    const { status, body } = standard(400, null, 'Параметры запроса не соответствуют описанию');
    return reply.status(status).send(body);
  });

  for (const kind of ['cod', 'rpgu', 'lpu'] as const)
    app.get(
      `/auth/${kind}/token`,
      witness.handle(
        'mis.token',
        async (call) => {
          const query = z
            .object({
              Birthday: z.iso.date(),
              n_pol: z.string(),
              mkab: z.guid().optional(),
              lpuGuid: z.guid().optional(),
            })
            .safeParse(call.request.query);
          if (!query.success) return issueAnswers['400'];
          const { Birthday, n_pol, mkab, lpuGuid: clinic = null } = query.data;
          if (kind === 'lpu' && clinic === null) return issueAnswers['400'];
          const person = (await witness.worlds.people(call.world)).find(
            ({ policy, birthDate }) => policy === n_pol && birthDate === Birthday,
          );
          const card = mkab ?? person?.cards[0];
          if (!person || !card || !person.cards.includes(card)) return issueAnswers['404'];
          return { status: 200, body: { token: await tokens.issue({ kind, person, card, clinic }, call) } };
        },
        issueAnswers,
      ),
    );

  misVisitRoutes(app, witness, asBearer);
  misCallRoutes(app, witness, asBearer);
  misScheduleRoutes(app, witness);
  misWaitingRoutes(app, witness, asBearer);
}
