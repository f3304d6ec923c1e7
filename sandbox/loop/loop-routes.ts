import type { FastifyInstance } from 'fastify';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SandboxKeys } from '../identity/keys.ts';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';

const brand = 'brand-talon';

const refusal = (status: number, error: string, message: string): Answer => ({
  status,
  body: { error, message },
});

const answers = {
  '401': refusal(401, 'invalid_token', 'The access token is invalid'),
  '403': refusal(403, 'forbidden', 'Wrong brand'),
  '404': refusal(404, 'not_found', 'Visit not found'),
  '412': refusal(412, 'precondition_failed', 'Cannot cancel visit in current status'),
  '500': refusal(500, 'internal', 'Internal error'),
  'unknown-code': refusal(422, 'clinic_closed', 'The clinic does not take cancellations today'),
} as const;

type VisitRow = {
  id: string;
  patient_id: string;
  provider_id: string;
  slot_id: string;
  status: string;
  visit_type: string;
  reason: string | null;
  notes: string | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  created_at: Date;
  updated_at: Date;
};
type SlotRow = {
  id: string;
  provider_id: string;
  begins: Date;
  ends: Date;
  booked: boolean;
  created_at: Date;
};

const columns =
  'id, patient_id, provider_id, slot_id, status, visit_type, reason, notes, cancelled_at, cancel_reason, created_at, updated_at';

/** Visit, all 13 keys of the document. */
const visitOf = (row: VisitRow) => ({
  ...row,
  brand_id: brand,
  cancelled_at: row.cancelled_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

/** `/loop/*`: Loop's booking service, from the vendor's documents and the choices C1 and C2. */
export function loopRoutes(app: FastifyInstance, witness: Witness, keys: SandboxKeys) {
  const { store } = witness;

  app.post(
    '/identity/v1/tokens',
    witness.handle('loop.token', async ({ request, now }) => {
      const form = z
        .object({
          grant_type: z.literal('client_credentials'),
          client_id: z.string(),
          client_secret: z.string(),
        })
        .safeParse(request.body);
      if (!form.success)
        return { status: 400, body: { error: 'invalid_request', error_description: 'grant_type' } };
      if (form.data.client_id !== 'talon-portal' || form.data.client_secret !== 'loop-sandbox-secret')
        return { status: 401, body: { error: 'invalid_client', error_description: 'unknown client' } };
      const access_token = await new SignJWT({ brand })
        .setProtectedHeader({ alg: 'RS256' })
        .setSubject('talon-portal')
        .setAudience('loop')
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(now.getTime() / 1000) + 3600)
        .sign(keys.tokens.privateKey);
      return { status: 200, body: { access_token, token_type: 'Bearer', expires_in: 3600, scope: '' } };
    }),
  );

  const signedIn = (work: (call: Call) => Promise<Answer>) => async (call: Call) => {
    try {
      const token = (call.request.headers.authorization ?? '').replace(/^Bearer /, '');
      await jwtVerify(token, keys.tokens.publicKey, { audience: 'loop', currentDate: call.now });
    } catch {
      return answers['401'];
    }
    return work(call);
  };

  app.get(
    '/v1/visits',
    witness.handle(
      'loop.list',
      signedIn(async ({ world, request }) => {
        const query = z
          .object({ brand_id: z.string(), patient_id: z.string().optional() })
          .safeParse(request.query);
        if (!query.success) return refusal(400, 'validation_error', 'brand_id is required');
        if (query.data.brand_id !== brand) return answers['403'];
        const visits = await store.query<VisitRow>(
          `select ${columns} from loop_visits where world = $1 and ($2::text is null or patient_id = $2) order by id`,
          [world, query.data.patient_id ?? null],
        );
        return { status: 200, body: { visits: visits.map(visitOf) } };
      }),
      answers,
    ),
  );

  app.get(
    '/v1/visits/:id',
    witness.handle(
      'loop.read',
      signedIn(async ({ world, request }) => {
        const { id } = z.object({ id: z.string() }).parse(request.params);
        const [visit] = await store.query<VisitRow>(
          `select ${columns} from loop_visits where world = $1 and id = $2`,
          [world, id],
        );
        return visit ? { status: 200, body: visitOf(visit) } : answers['404'];
      }),
      answers,
    ),
  );

  app.post(
    '/v1/visits/:id/cancel',
    witness.handle(
      'loop.cancel',
      signedIn(async ({ world, now, request }) => {
        const { id } = z.object({ id: z.string() }).parse(request.params);
        const body = z.object({ reason: z.string().optional() }).nullish().safeParse(request.body);
        if (!body.success) return refusal(400, 'validation_error', 'reason must be a string');
        return store.transaction(async (db) => {
          const [cancelled] = await db.query<VisitRow>(
            `update loop_visits set status = 'cancelled', cancelled_at = $3, updated_at = $3, cancel_reason = $4
             where world = $1 and id = $2 and status = 'booked' returning ${columns}`,
            [world, id, now, body.data?.reason ?? null],
          );
          if (cancelled) {
            await db.query('update loop_slots set booked = false where world = $1 and id = $2', [
              world,
              cancelled.slot_id,
            ]);
            return { status: 200, body: visitOf(cancelled) };
          }
          const [there] = await db.query('select id from loop_visits where world = $1 and id = $2', [
            world,
            id,
          ]);
          return there ? answers['412'] : answers['404'];
        });
      }),
      answers,
    ),
  );

  app.get(
    '/v1/providers',
    witness.handle(
      'loop.slots',
      signedIn(async () => ({ status: 200, body: { providers } })),
    ),
  );

  app.get(
    '/v1/providers/:id/slots',
    witness.handle(
      'loop.slots',
      signedIn(async ({ world, request }) => {
        const { id } = z.object({ id: z.string() }).parse(request.params);
        const { from, to } = z
          .object({ from: z.string().optional(), to: z.string().optional() })
          .parse(request.query);
        const rows = await store.query<SlotRow>(
          `select * from loop_slots where world = $1 and provider_id = $2
           and ($3::timestamptz is null or begins >= $3) and ($4::timestamptz is null or begins < $4) order by begins`,
          [world, id, from ?? null, to ?? null],
        );
        const slots = rows.map((slot) => ({
          id: slot.id,
          provider_id: slot.provider_id,
          brand_id: brand,
          start_time: slot.begins.toISOString(),
          end_time: slot.ends.toISOString(),
          booked: slot.booked,
          created_at: slot.created_at.toISOString(),
        }));
        return { status: 200, body: { slots } };
      }),
      answers,
    ),
  );
}

const providers = [
  { id: 'provider-1', brand_id: brand, name: 'Марина Зимина', specialty: 'Врач превентивной медицины' },
  { id: 'provider-2', brand_id: brand, name: 'Глеб Орешкин', specialty: 'Диетолог' },
];
