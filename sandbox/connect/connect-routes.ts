import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import {
  bookTimeAnswers,
  cancelRequestAnswers,
  issueAnswers,
  pollAppointmentAnswers,
  pollRequestAnswers,
  requestTimesAnswers,
} from './connect-answers.ts';
import {
  bookTime,
  cancelRequest,
  ordersPath,
  pollAppointment,
  pollRequest,
  requestTimes,
} from './connect-requests.ts';
import { createConnectTokens, tokenPath } from './connect-tokens.ts';

const id = z.int32();
const idInPath = z.object({ id: z.coerce.number().pipe(id) });
const wish = z.object({ dateFrom: z.iso.date(), orderId: id });
const choice = z.object({ appointmentRequestId: id, slotId: z.string() });
const named = z.object({ appointmentRequestId: id });
const invalid: Answer = { status: 422, body: { message: 'validation failed' } };

/** `/connect/*`: Superloop Connect's dialect, from the vendor's documents and the choices B0-B3. */
export function connectRoutes(app: FastifyInstance, witness: Witness, keys: SandboxKeys) {
  const { store } = witness;
  const tokens = createConnectTokens(keys);

  /** An id that is no number is as absent as one that nobody has. */
  const found = (read: (id: number, call: Call) => Promise<Answer>) => async (call: Call) => {
    const asked = idInPath.safeParse(call.request.params);
    return asked.success ? read(asked.data.id, call) : { status: 404 };
  };

  app.post(
    tokenPath,
    witness.handle('connect.token', async (call) => tokens.issue(call), issueAnswers),
  );
  app.post(
    `${ordersPath}/appointment-requests/request`,
    witness.handle(
      'connect.request-times',
      tokens.signedIn(async ({ world, request }) => {
        const body = wish.safeParse(request.body);
        return body.success ? requestTimes(store, world, body.data) : invalid;
      }),
      requestTimesAnswers,
    ),
  );
  app.get(
    `${ordersPath}/appointment-requests/:id`,
    witness.handle(
      'connect.poll-request',
      tokens.signedIn(found((asked, { world, now }) => pollRequest(store, world, asked, now))),
      pollRequestAnswers,
    ),
  );
  app.post(
    `${ordersPath}/appointment-requests/cancel`,
    witness.handle(
      'connect.cancel-request',
      tokens.signedIn(async ({ world, request }) => {
        const body = named.safeParse(request.body);
        return body.success ? cancelRequest(store, world, body.data.appointmentRequestId) : { status: 400 };
      }),
      cancelRequestAnswers,
    ),
  );
  app.post(
    `${ordersPath}/appointments/request`,
    witness.handle(
      'connect.book-time',
      tokens.signedIn(async ({ world, request }) => {
        const body = choice.safeParse(request.body);
        return body.success
          ? bookTime(store, world, body.data.appointmentRequestId, body.data.slotId)
          : invalid;
      }),
      bookTimeAnswers,
    ),
  );
  app.get(
    `${ordersPath}/appointments/:id`,
    witness.handle(
      'connect.poll-appointment',
      tokens.signedIn(found((asked, { world }) => pollAppointment(store, world, asked))),
      pollAppointmentAnswers,
    ),
  );
}
