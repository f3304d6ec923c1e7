import type { z } from 'zod';
import type { Booking } from '#contract/booking.ts';
import { reasonLimit } from '#contract/operation.ts';
import { sourceUnavailable } from '../kit/failure-reports.ts';
import type { Patient } from '../kit/patient.ts';
import type { MovingSource } from '../kit/ports.ts';
import { pathOf } from '../kit/path-of.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import { absent, listed } from '../kit/reading.ts';
import { unreadableIn, withUnreadable, type Rows } from '../kit/rows.ts';
import { TokenCache } from '../kit/token-cache.ts';
import type { Answered, Transport, UpstreamCall, WriteReply } from '../kit/transport.ts';
import type { UpstreamConfig } from '../kit/upstream-config.ts';
import { wireAccessToken } from '../kit/wire-access-token.ts';
import { outcomeOfCancelVisit, outcomeOfMoveVisit } from './loop-outcome.ts';
import { wireOffer, wireProviders, wireSlots, wireVisits, type WireVisit } from './loop-wire.ts';
import { translateTimes, translateVisit } from './translate-loop.ts';

/** The offset of the network's own clock: Loop's times name no place (an assumption). */
const networkOffset = '+03:00';

/** What a person wrote, as it may be sent: without control characters, within the limit, no character cut in half. */
export const sendableReason = (reason: string | undefined) =>
  reason
    ?.replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, reasonLimit)
    .replace(/[\uD800-\uDBFF]$/, '') || undefined;

/** Visits of the Loop platform. Talon is a machine client there and always asks for one patient of one brand (C2). */
export function createLoopVisits(
  config: NonNullable<UpstreamConfig['loop']>,
  {
    transport,
    tokenTransport,
    clock,
  }: { transport: Transport; tokenTransport: Transport; clock: () => number },
): MovingSource {
  const tokens = new TokenCache(clock);
  const tokenUrl = new URL(config.tokenUrl);

  const fetchToken = (world: string | null) => async () => {
    const answer = await tokenTransport.read({
      method: 'POST',
      path: tokenUrl.pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.clientId,
        client_secret: config.clientSecret,
      }).toString(),
      world,
    });
    const token = wireAccessToken.safeParse(answer.json);
    if (answer.status !== 200 || !token.success) throw new ReadFailure(sourceUnavailable);
    return { value: token.data.access_token, renewAt: clock() + (token.data.expires_in - 60) * 1000 };
  };

  /** A 401 was not executed: the token is renewed once and the call repeated once. */
  const withToken = async <R extends WriteReply>(
    world: string | null,
    send: (authorization: string) => Promise<R>,
  ) => {
    const key = ['loop', world];
    const token = await tokens.get(key, fetchToken(world));
    const first = await send(`Bearer ${token}`);
    if (first.kind !== 'answered' || first.status !== 401) return first;
    return send(`Bearer ${await tokens.get(key, fetchToken(world), token)}`);
  };

  const get = async <S extends z.ZodType>(
    patient: Patient,
    path: string,
    schema: S,
    query: UpstreamCall['query'] = {},
  ) => {
    const answer: Answered = await withToken(patient.world, (authorization) =>
      transport.read({ method: 'GET', path, query, headers: { authorization }, world: patient.world }),
    );
    const result = answer.status === 200 ? schema.safeParse(answer.json) : null;
    if (!result?.success) throw new ReadFailure(sourceUnavailable, { cause: result?.error });
    return result.data;
  };

  /** What only explains a visit and cannot be read now: the visit is shown without it. */
  const orUnknown = async <T>(reading: Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await reading;
    } catch (error) {
      if (error instanceof ReadFailure) return [];
      throw error;
    }
  };
  const slotsOf = async (patient: Patient, id: string) =>
    (await get(patient, `/v1/providers${pathOf(id)}/slots`, wireSlots)).slots;
  const providersOf = async (patient: Patient) =>
    (await get(patient, '/v1/providers', wireProviders, { brand_id: config.brandId })).providers;

  /** Joins visits with their slots and providers: one call a provider, however many visits. */
  const joined = async (patient: Patient, visits: Rows<WireVisit>, now: Date): Promise<Rows<Booking>> => {
    const ids = [...new Set(visits.map(({ provider_id }) => provider_id))];
    const slots = (await Promise.all(ids.map((id) => orUnknown(slotsOf(patient, id))))).flat();
    const providers = ids.length ? await orUnknown(providersOf(patient)) : [];
    const bookings = visits.map((visit) =>
      translateVisit(visit, {
        slot: slots.find(({ id }) => id === visit.slot_id),
        provider: providers.find(({ id }) => id === visit.provider_id),
        person: patient.ref,
        offset: networkOffset,
        now,
      }),
    );
    return withUnreadable(bookings, unreadableIn(visits));
  };

  const visitsOf = async (patient: Patient): Promise<Rows<WireVisit>> => {
    if (!patient.loopPatientId) return [];
    const query = { brand_id: config.brandId, patient_id: patient.loopPatientId };
    const { visits } = await get(patient, '/v1/visits', wireVisits, query);
    // The vendor's filter is trusted to narrow, never to protect.
    const theirs = visits.filter(({ patient_id }) => patient_id === patient.loopPatientId);
    return withUnreadable(theirs, unreadableIn(visits));
  };

  const send = (patient: Patient, path: string, body: object): Promise<WriteReply> =>
    withToken(patient.world, (authorization) =>
      transport.write({
        method: 'POST',
        path,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        world: patient.world,
      }),
    ).catch((error: unknown): WriteReply => {
      if (error instanceof ReadFailure) return { kind: 'not-sent' };
      throw error;
    });

  return {
    source: 'visits',
    list: async (patient, now) => joined(patient, await visitsOf(patient), now),
    read: async (patient, { id }, now) => {
      const visits = await visitsOf(patient);
      const [visit] = await joined(
        patient,
        visits.filter((candidate) => candidate.id === id),
        now,
      );
      return visit ? listed(visit) : absent(visits.length > 0 && unreadableIn(visits) === 0);
    },
    cancel: async (patient, booking, choice) => {
      const reason = sendableReason(choice.reason);
      const path = `/v1/visits${pathOf(booking.id)}/cancel`;
      return outcomeOfCancelVisit(await send(patient, path, reason ? { reason } : {}), booking.id);
    },
    timesFor: async (patient, { slot }, now) => {
      if (!slot) return [];
      const path = `/v1/providers${pathOf(slot.doctorId)}/slots`;
      const { slots } = await get(patient, path, wireOffer, { from: now.toISOString() });
      return translateTimes(slots, networkOffset, now);
    },
    move: async (patient, { id }, slotId) => {
      const path = `/v1/visits${pathOf(id)}/reschedule`;
      return outcomeOfMoveVisit(await send(patient, path, { new_slot_id: slotId }), { id, slotId });
    },
  };
}
