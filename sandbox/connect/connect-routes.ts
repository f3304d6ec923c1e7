import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, exportJWK, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import type { Queries } from '../store/store.ts';
import { connectOrders, offerTimes } from './connect-offers.ts';

const tokenPath = '/auth/realms/superloop/protocol/openid-connect/token';
const ordersPath = '/api/connect/orders';

const noContent: Answer = {
  status: 204,
  headers: {
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '1; mode=block',
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'x-frame-options': 'DENY',
  },
};

const bare = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { status }]));
const undocumented = { 'unknown-code': { status: 409, body: { message: 'Appointment request is locked' } } };

type RequestRow = { id: number; order_id: number; status: string; polls: number };

/** `/connect/*`: Superloop Connect's dialect, from the vendor's documents and the choices B0-B3. */
export function connectRoutes(app: FastifyInstance, witness: Witness, keys: SandboxKeys) {
  const { store } = witness;
  const seenAssertions = new Set<string>();

  app.post(
    tokenPath,
    witness.handle('connect.token', async ({ request, now }) => {
      const form = z
        .object({
          grant_type: z.literal('client_credentials'),
          client_assertion: z.string(),
          client_assertion_type: z.string(),
        })
        .safeParse(request.body);
      if (!form.success) return { status: 400, body: { error: 'invalid_request' } };
      const jwks: JSONWebKeySet = { keys: [await exportJWK(keys.connectClient)] };
      try {
        const { payload } = await jwtVerify(form.data.client_assertion, createLocalJWKSet(jwks), {
          algorithms: ['RS256'],
          issuer: 'talon-portal',
          subject: 'talon-portal',
          requiredClaims: ['jti', 'exp', 'aud'],
          currentDate: now,
        });
        const meant = [payload.aud ?? []].flat().some((audience) => audience.endsWith(tokenPath));
        if (!meant || !payload.jti || seenAssertions.has(payload.jti))
          return { status: 401, body: { error: 'invalid_client' } };
        seenAssertions.add(payload.jti);
      } catch {
        return { status: 401, body: { error: 'invalid_client' } };
      }
      const access_token = await new SignJWT({
        clientId: 'portal-api',
        userId: '11001',
        typ: 'Bearer',
        apps: 'portal-api',
      })
        .setProtectedHeader({ alg: 'RS256' })
        .setSubject('talon-portal')
        .setAudience('connect')
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(now.getTime() / 1000) + 3600)
        .sign(keys.tokens.privateKey);
      return { status: 200, body: { access_token, token_type: 'Bearer', expires_in: 3600 } };
    }),
  );

  /** The token and the version first, as every endpoint says. */
  const signedIn = (work: (call: Call) => Promise<Answer>) => async (call: Call) => {
    const { authorization = '', 'x-api-version': version } = call.request.headers;
    try {
      await jwtVerify(authorization.replace(/^Bearer /, ''), keys.tokens.publicKey, {
        audience: 'connect',
        currentDate: call.now,
      });
    } catch {
      return { status: 401 };
    }
    if (typeof version !== 'string' || !/^[1-7]$/.test(version))
      return { status: 400, body: { message: 'X-API-VERSION' } };
    const answer = await work(call);
    return Number(version) < 3 ? { ...answer, headers: { ...answer.headers, deprecation: 'true' } } : answer;
  };

  const requestBy = async (db: Queries, world: string, id: number) =>
    (
      await db.query<RequestRow>(
        'select id, order_id, status, polls from connect_requests where world = $1 and id = $2',
        [world, id],
      )
    )[0];

  app.post(
    `${ordersPath}/appointment-requests/request`,
    witness.handle(
      'connect.request-times',
      signedIn(async ({ world, request }) => {
        const body = z.object({ dateFrom: z.iso.date(), orderId: z.int() }).safeParse(request.body);
        if (!body.success) return { status: 422, body: { message: 'validation failed' } };
        const { dateFrom, orderId } = body.data;
        if (!connectOrders.includes(orderId)) return { status: 404 };
        const [made] = await store.query<{ id: number }>(
          `insert into connect_requests (world, id, order_id, date_from, status) values ($1, nextval('connect_ids')::int, $2, $3, 'Requested') returning id`,
          [world, orderId, dateFrom],
        );
        return { status: 201, headers: { location: `${ordersPath}/appointment-requests/${made?.id ?? 0}` } };
      }),
      { ...bare(401, 404, 422, 500, 502), ...undocumented },
    ),
  );

  app.get(
    `${ordersPath}/appointment-requests/:id`,
    witness.handle(
      'connect.poll-request',
      signedIn(async ({ world, now, request }) => {
        const { id } = z.object({ id: z.coerce.number().int() }).parse(request.params);
        return store.transaction(async (db) => {
          const row = await requestBy(db, world, id);
          if (!row) return { status: 404 };
          await db.query('update connect_requests set polls = polls + 1 where world = $1 and id = $2', [
            world,
            id,
          ]);
          if (row.status === 'Requested' && row.polls < 1) return { status: 202 };
          const slots =
            row.status === 'Requested'
              ? await offerTimes(db, world, id, now)
              : await offerTimes(db, world, id, null);
          const status = row.status === 'Requested' ? 'Offered' : row.status;
          if (status !== row.status)
            await db.query('update connect_requests set status = $3 where world = $1 and id = $2', [
              world,
              id,
              status,
            ]);
          return { status: 200, body: { appointmentRequestId: id, orderId: row.order_id, status, slots } };
        });
      }),
      { ...bare(401, 404, 500), ...undocumented },
    ),
  );

  app.post(
    `${ordersPath}/appointment-requests/cancel`,
    witness.handle(
      'connect.cancel-request',
      signedIn(async ({ world, request }) => {
        const body = z.object({ appointmentRequestId: z.int() }).safeParse(request.body);
        if (!body.success) return { status: 400 };
        const [cancelled] = await store.query(
          `update connect_requests set status = 'Cancelled' where world = $1 and id = $2 and status in ('Requested', 'Offered') returning id`,
          [world, body.data.appointmentRequestId],
        );
        return cancelled ? noContent : { status: 404 };
      }),
      { ...bare(401, 404, 500), ...undocumented },
    ),
  );

  app.post(
    `${ordersPath}/appointments/request`,
    witness.handle(
      'connect.book-time',
      signedIn(async ({ world, request }) => {
        const body = z.object({ appointmentRequestId: z.int(), slotId: z.string() }).safeParse(request.body);
        if (!body.success) return { status: 422, body: { message: 'validation failed' } };
        const { appointmentRequestId: id, slotId } = body.data;
        return store.transaction(async (db) => {
          const [slot] = await db.query(
            'select id from connect_offered_times where world = $1 and request_id = $2 and id = $3',
            [world, id, slotId],
          );
          const row = await requestBy(db, world, id);
          if (!row) return { status: 404 };
          if (!slot) return { status: 422, body: { message: 'unknown slot' } };
          const [converted] = await db.query(
            `update connect_requests set status = 'Converted' where world = $1 and id = $2 and status = 'Offered' returning id`,
            [world, id],
          );
          if (!converted) return { status: 422, body: { message: 'request is closed' } };
          const [made] = await db.query<{ id: number }>(
            `insert into connect_appointments (world, id, request_id, slot_id, status) values ($1, nextval('connect_ids')::int, $2, $3, 'Booked') returning id`,
            [world, id, slotId],
          );
          return { status: 201, headers: { location: `${ordersPath}/appointments/${made?.id ?? 0}` } };
        });
      }),
      { ...bare(401, 404, 422, 500, 502), ...undocumented },
    ),
  );

  app.get(
    `${ordersPath}/appointments/:id`,
    witness.handle(
      'connect.poll-appointment',
      signedIn(async ({ world, request }) => {
        const { id } = z.object({ id: z.coerce.number().int() }).parse(request.params);
        const [row] = await store.query<{
          polls: number;
          status: string;
          order_id: number;
          begins: Date;
          ends: Date;
          time_offset: string;
        }>(
          `update connect_appointments a set polls = a.polls + 1 from connect_requests r, connect_offered_times t
           where a.world = $1 and a.id = $2 and r.world = a.world and r.id = a.request_id and t.world = a.world and t.request_id = a.request_id and t.id = a.slot_id
           returning a.polls, a.status, r.order_id, t.begins, t.ends, t.time_offset`,
          [world, id],
        );
        if (!row) return { status: 404 };
        if (row.polls < 2) return { status: 202 };
        return {
          status: 200,
          body: {
            id,
            orderId: row.order_id,
            status: row.status,
            startTime: row.begins.toISOString(),
            endTime: row.ends.toISOString(),
            timezoneOffset: row.time_offset,
          },
        };
      }),
      bare(401, 404, 500),
    ),
  );
}
