import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import { cancelCallAnswers, couldNotCancel, standard, tokenAnswers } from './mis-answers.ts';
import type { AsBearer } from './mis-bearer.ts';
import { cancelCall } from './mis-cancel.ts';
import { clinicGuid } from '../store/seed-region.ts';
import { lpuWithStatus } from './mis-models.ts';
import { clinicsOf } from './mis-tickets.ts';
import { misTime } from './mis-time.ts';

const guid = z.guid();
const text = z.string();
const reasonBody = z
  .object({
    ReasonCode: z.coerce.number().optional(),
    reasonCode: z.coerce.number().optional(),
    Reason: text.optional(),
    reason: text.optional(),
  })
  .nullish();

/** A doctor's calls to the patient's home: listed and cancelled (seed 001, which names two prefixes). */
export function misCallRoutes(app: FastifyInstance, witness: Witness, asBearer: AsBearer) {
  const { store } = witness;

  app.get(
    '/calldoctor',
    witness.handle(
      'mis.list-calls',
      asBearer(['cod'], async ({ world, now, request }, { person }) => {
        const query = z
          .object({ dateFrom: z.iso.date().optional(), dateTo: z.iso.date().optional() })
          .parse(request.query);
        const from = query.dateFrom ?? misTime(now).slice(0, 10);
        const clinics = await clinicsOf(store, world);
        const calls = await store.query<{
          guid: string;
          clinic: string;
          called_for: Date;
          address: string;
          status: number;
          status_at: Date | null;
          kind: number;
          doctor: string;
          doctor_role: string;
        }>('select * from home_calls where world = $1 and policy = $2 order by called_for', [
          world,
          person.policy,
        ]);
        const body = calls
          .filter(({ called_for }) => misTime(called_for).slice(0, 10) >= from)
          .flatMap((call) => {
            const clinic = clinics.find((candidate) => candidate.guid === call.clinic);
            if (!clinic) return [];
            const active = call.status === 0 || call.status === 1;
            return [
              {
                lpu: lpuWithStatus(clinic),
                callDoctorGuid: call.guid,
                ...(active ? { ticketGuid: call.guid } : {}),
                docFio: call.doctor,
                doctorRole: call.doctor_role,
                dateCall: misTime(call.called_for),
                address: call.address,
                status: call.status,
                dateStatus: call.status_at ? misTime(call.status_at) : null,
                type: call.kind,
              },
            ];
          });
        return { status: 200, body };
      }),
      tokenAnswers,
    ),
  );

  /** 5023 names the call and its clinic; no data leads to it, so that only a scenario answers so. */
  const notCancelled = async ({ world, request }: Call): Promise<Answer> => {
    const { visitId } = z.object({ visitId: text }).parse(request.params);
    const [call] = await store.query<{ clinic: string }>(
      'select clinic from home_calls where world = $1 and guid::text = $2',
      [world, visitId],
    );
    return couldNotCancel(visitId, call?.clinic ?? clinicGuid(1));
  };

  for (const prefix of ['/api/v2', ''])
    app.delete(
      `${prefix}/iemk/doctors/visit/:visitId`,
      witness.handle(
        'mis.cancel-call',
        async (call) => {
          if (!call.request.headers['content-type']?.startsWith('application/json')) return { status: 415 };
          return asBearer(['rpgu'], async ({ world, now, request }, bearer) => {
            const { visitId } = z.object({ visitId: text }).parse(request.params);
            if (!guid.safeParse(visitId).success) return cancelCallAnswers['5068'];
            const body = reasonBody.safeParse(request.body);
            if (!body.success) return standard(400, null, 'Тело запроса не соответствует описанию');
            const reasonCode = body.data?.ReasonCode ?? body.data?.reasonCode;
            const reason = body.data?.Reason ?? body.data?.reason;
            return cancelCall(store, { world, now, bearer }, { call: visitId, reasonCode, reason });
          })(call);
        },
        { ...cancelCallAnswers, '5023': notCancelled },
      ),
    );
}
