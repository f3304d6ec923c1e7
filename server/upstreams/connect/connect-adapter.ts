import { importPKCS8, SignJWT } from 'jose';
import { sourceUnavailable } from '../kit/failure-reports.ts';
import type { Patient } from '../kit/patient.ts';
import type { AppointmentRequests } from '../kit/ports.ts';
import { pathOf } from '../kit/path-of.ts';
import { ReadFailure } from '../kit/read-failure.ts';
import { TokenCache } from '../kit/token-cache.ts';
import type { Answered, Transport, WriteReply } from '../kit/transport.ts';
import type { UpstreamConfig } from '../kit/upstream-config.ts';
import { wireAccessToken } from '../kit/wire-access-token.ts';
import { appointmentStateOf, outcomeOfConnect } from './connect-outcome.ts';
import { wireAppointment, wireRequest } from './connect-wire.ts';
import { translateAppointment, translateRequest } from './translate-connect.ts';

const ordersPath = '/api/connect/orders';
const jsonBody = { 'content-type': 'application/json;charset=UTF-8' };
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The last segment of a `Location`: where a made thing is asked for. */
const madeId = (location: string | null, collection: string) => {
  const id = new RegExp(`/${collection}/(\\d+)$`).exec(location ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
};

/** Requests for a technician's visit. The credentials speak for the whole organisation: whose is whose, the caller knows. */
export function createConnectRequests(
  config: NonNullable<UpstreamConfig['connect']>,
  {
    transport,
    tokenTransport,
    clock,
  }: { transport: Transport; tokenTransport: Transport; clock: () => number },
): AppointmentRequests {
  const tokens = new TokenCache(clock);

  /** private_key_jwt: an assertion signed for this one exchange. */
  const assertion = async () => {
    const now = Math.floor(clock() / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', ...(config.keyId ? { kid: config.keyId } : {}) })
      .setJti(crypto.randomUUID())
      .setIssuer(config.clientId)
      .setSubject(config.clientId)
      .setAudience(config.tokenUrl)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + 60)
      .sign(await importPKCS8(config.privateKey, 'RS256'));
  };

  const fetchToken = (world: string | null) => async () => {
    const answer = await tokenTransport.read({
      method: 'POST',
      path: new URL(config.tokenUrl).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion: await assertion(),
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
    send: (headers: Record<string, string>) => Promise<R>,
  ) => {
    const headersWith = (token: string) => ({
      authorization: `Bearer ${token}`,
      'x-api-version': String(config.apiVersion),
    });
    const token = await tokens.get(['connect', world], fetchToken(world));
    const first = await send(headersWith(token));
    if (first.kind !== 'answered' || first.status !== 401) return first;
    return send(headersWith(await tokens.get(['connect', world], fetchToken(world), token)));
  };

  const post = ({ world }: Patient, path: string, body: object): Promise<WriteReply> =>
    withToken(world, (headers) =>
      transport.write({
        method: 'POST',
        path: `${ordersPath}${path}`,
        headers: { ...headers, ...jsonBody },
        body: JSON.stringify(body),
        world,
      }),
    ).catch((error: unknown): WriteReply => {
      if (error instanceof ReadFailure) return { kind: 'not-sent' };
      throw error;
    });

  const get = ({ world }: Patient, path: string): Promise<Answered> =>
    withToken(world, (headers) => transport.read({ method: 'GET', path, headers, world }));

  return {
    requestTimes: async (patient, { orderId, dateFrom }) =>
      outcomeOfConnect(
        'request-times',
        await post(patient, '/appointment-requests/request', { dateFrom, orderId }),
        (answer) => {
          const requestId =
            answer.status === 201 ? madeId(answer.location, 'appointment-requests') : undefined;
          return requestId === undefined ? undefined : { requestId };
        },
      ),
    read: async (patient, known, now) => {
      if (known.appointmentLocation !== null) {
        const appointment = madeId(known.appointmentLocation, 'appointments');
        const answer = await get(patient, `${ordersPath}/appointments${pathOf(appointment ?? 0)}`);
        const wire = wireAppointment.safeParse(answer.json);
        if (answer.status === 200 && wire.success)
          return translateAppointment(wire.data, known, patient.ref, now);
      }
      const answer = await get(patient, `${ordersPath}/appointment-requests${pathOf(known.requestId)}`);
      if (answer.status === 404) return null;
      if (answer.status === 202) return translateRequest(null, known, patient.ref, now);
      const wire = answer.status === 200 ? wireRequest.safeParse(answer.json) : null;
      if (!wire?.success) throw new ReadFailure(sourceUnavailable, { cause: wire?.error });
      return translateRequest(wire.data, known, patient.ref, now);
    },
    appointment: async (patient, location) => {
      const id = madeId(location, 'appointments');
      const answer = await get(patient, `${ordersPath}/appointments${pathOf(id ?? 0)}`);
      return appointmentStateOf(answer);
    },
    bookTime: async (patient, { requestId, time }) =>
      outcomeOfConnect(
        'book-time',
        await post(patient, '/appointments/request', { appointmentRequestId: requestId, slotId: time.id }),
        (answer) => {
          const made = answer.status === 201 ? madeId(answer.location, 'appointments') : undefined;
          return made === undefined
            ? undefined
            : { appointmentLocation: `${ordersPath}/appointments/${made}` };
        },
      ),
    cancel: async (patient, request) =>
      outcomeOfConnect(
        'cancel-request',
        await post(patient, '/appointment-requests/cancel', { appointmentRequestId: Number(request.id) }),
        (answer) => (answer.status === 204 ? null : undefined),
      ),
  };
}
