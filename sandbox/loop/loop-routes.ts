import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import {
  bookAnswers,
  cancelAnswers,
  commonAnswers,
  invalid,
  issueAnswers,
  rescheduleAnswers,
  visitAnswers,
} from './loop-answers.ts';
import { listSlots, providers } from './loop-slots.ts';
import { createLoopTokens } from './loop-tokens.ts';
import { bookVisit, brand, cancelVisit, listVisits, readVisit, rescheduleVisit } from './loop-visits.ts';

const text = z.string();
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const idInPath = z.object({ id: text });
const ofBrand = z.object({ brand_id: text, patient_id: text.optional() });
const range = z.object({ from: moment.optional(), to: moment.optional() });
const reason = z.object({ reason: text.optional() }).nullish();
const newSlot = z.object({ new_slot_id: text });
const booking = z.object({
  brand_id: text,
  patient_id: text,
  provider_id: text,
  slot_id: text,
  visit_type: text,
  reason: text.nullish(),
  notes: text.nullish(),
});

/** `/loop/*`: Loop's booking service, from the vendor's documents and the choices C1 and C2. */
export function loopRoutes(app: FastifyInstance, witness: Witness, keys: SandboxKeys) {
  const { store } = witness;
  const tokens = createLoopTokens(keys);

  /** Work on what the schema lets through; 400 says what it is not. */
  const asking =
    <T>(
      schema: z.ZodType<T>,
      part: (call: Call) => unknown,
      work: (asked: T, call: Call) => Promise<Answer>,
    ) =>
    async (call: Call): Promise<Answer> => {
      const asked = schema.safeParse(part(call));
      return asked.success ? work(asked.data, call) : invalid(z.prettifyError(asked.error));
    };
  const query = ({ request }: Call) => request.query;
  const body = ({ request }: Call) => request.body;
  const idOf = ({ request }: Call) => idInPath.parse(request.params).id;

  app.post(
    '/identity/v1/tokens',
    witness.handle('loop.token', async (call) => tokens.issue(call), issueAnswers),
  );
  app.get(
    '/v1/visits',
    witness.handle(
      'loop.list',
      tokens.signedIn(
        asking(ofBrand, query, async ({ brand_id, patient_id }, { world }) =>
          brand_id === brand ? listVisits(store, world, patient_id) : commonAnswers['403'],
        ),
      ),
      visitAnswers,
    ),
  );
  app.post(
    '/v1/visits',
    witness.handle(
      'loop.book',
      tokens.signedIn(
        asking(booking, body, async (wish, { world, now }) =>
          wish.brand_id === brand ? bookVisit(store, world, now, wish) : commonAnswers['403'],
        ),
      ),
      bookAnswers,
    ),
  );
  app.get(
    '/v1/visits/:id',
    witness.handle(
      'loop.read',
      tokens.signedIn((call) => readVisit(store, call.world, idOf(call))),
      visitAnswers,
    ),
  );
  app.post(
    '/v1/visits/:id/cancel',
    witness.handle(
      'loop.cancel',
      tokens.signedIn(
        asking(reason, body, (said, call) =>
          cancelVisit(store, call.world, call.now, { id: idOf(call), reason: said?.reason }),
        ),
      ),
      cancelAnswers,
    ),
  );
  app.post(
    '/v1/visits/:id/reschedule',
    witness.handle(
      'loop.reschedule',
      tokens.signedIn(
        asking(newSlot, body, ({ new_slot_id: slot }, call) =>
          rescheduleVisit(store, call.world, call.now, { id: idOf(call), slot }),
        ),
      ),
      rescheduleAnswers,
    ),
  );
  app.get(
    '/v1/providers',
    witness.handle(
      'loop.providers',
      tokens.signedIn(
        asking(ofBrand, query, async ({ brand_id }) =>
          brand_id === brand ? { status: 200, body: { providers } } : commonAnswers['403'],
        ),
      ),
      commonAnswers,
    ),
  );
  app.get(
    '/v1/providers/:id/slots',
    witness.handle(
      'loop.slots',
      tokens.signedIn(
        asking(range, query, (between, call) => listSlots(store, call.world, idOf(call), between)),
      ),
      commonAnswers,
    ),
  );
}
