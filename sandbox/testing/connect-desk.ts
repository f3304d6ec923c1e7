import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { issuer, type OpenSandbox, type World } from './open-sandbox.ts';

const tokenPath = '/connect/auth/realms/superloop/protocol/openid-connect/token';
const ordersPath = '/connect/api/connect/orders';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

export interface OfferedTime {
  readonly id: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly timezoneOffset: string;
}

export interface AppointmentRequest {
  readonly appointmentRequestId: number;
  readonly orderId: number;
  readonly status: string;
  readonly slots: readonly OfferedTime[];
}

interface Claims {
  readonly jti?: string;
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  /** Seconds after the world's machine clock. */
  readonly exp?: number;
  readonly key?: CryptoKey;
}

/** The number at the end of a `Location`. */
export const idAt = (headers: Readonly<Record<string, unknown>>) =>
  Number(String(headers['location']).split('/').at(-1));

/** The questions that a portal asks Connect, in one world. */
export const connectDesk = (sandbox: OpenSandbox, world: World) => ({
  assertion: (claims: Claims = {}): Promise<string> => {
    const now = Math.floor(sandbox.clock.now.getTime() / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setJti(claims.jti ?? randomUUID())
      .setIssuer(claims.iss ?? 'talon-portal')
      .setSubject(claims.sub ?? 'talon-portal')
      .setAudience(claims.aud ?? new URL(tokenPath, issuer).href)
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.exp ?? 60))
      .sign(claims.key ?? sandbox.portalKey);
  },

  exchange: (assertion: string, more: Record<string, string> = {}) =>
    world.ask<{ access_token: string; token_type: string; expires_in: number }>('POST', tokenPath, {
      headers: form,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        ...more,
      }).toString(),
    }),

  async token(): Promise<string> {
    return (await this.exchange(await this.assertion())).body.access_token;
  },

  post: (token: string, path: string, body: object, version: string | null = '7') =>
    world.ask('POST', `${ordersPath}${path}`, {
      token,
      headers: version === null ? {} : { 'x-api-version': version },
      body,
    }),

  get: <Body>(token: string, path: string, version: string | null = '7') =>
    world.ask<Body>('GET', `${ordersPath}${path}`, {
      token,
      headers: version === null ? {} : { 'x-api-version': version },
    }),

  /** A request whose times have been offered. */
  async offered(token: string, orderId = 7001): Promise<AppointmentRequest> {
    const made = await this.post(token, '/appointment-requests/request', { orderId, dateFrom: '2026-11-24' });
    const path = `/appointment-requests/${idAt(made.headers)}`;
    await this.get(token, path);
    return (await this.get<AppointmentRequest>(token, path)).body;
  },
});

export type ConnectDesk = ReturnType<typeof connectDesk>;
