import { exportPKCS8, generateKeyPair } from 'jose';
import { answer, startStubUpstream, type Play } from '../../kit/testing/stub-upstream.ts';
import { createTransport } from '../../kit/transport.ts';
import { createConnectRequests } from '../connect-adapter.ts';

const unhurried = { connect: 10_000, read: 20_000, write: 20_000 };
const tokenPath = '/auth/realms/superloop/protocol/openid-connect/token';
const keys = await generateKeyPair('RS256', { extractable: true });
const privateKey = await exportPKCS8(keys.privateKey);

export const ordersPath = '/api/connect/orders';

/** A stand-in for Connect with two tokens of an hour to give away, and its adapter. `clock` is in milliseconds. */
export async function openConnect(clock: () => number, keyId: string | null = 'key-1') {
  const upstream = await startStubUpstream();
  const transport = createTransport(upstream.url, unhurried, { clock, random: () => 0 });
  const token = (access_token: string) => answer(200, { access_token, expires_in: 3600 });
  upstream.on(`POST ${tokenPath}`, token('first'), token('second'));
  const tokenUrl = upstream.url + tokenPath;
  return {
    upstream,
    tokenUrl,
    publicKey: keys.publicKey,
    requests: createConnectRequests(
      { url: upstream.url, tokenUrl, clientId: 'talon-portal', privateKey, keyId, apiVersion: 7 },
      { transport, tokenTransport: transport, clock },
    ),
    /** How a token is answered from now on. */
    onToken: (...plays: Play[]) => upstream.on(`POST ${tokenPath}`, ...plays),
    /** The exchanges of an assertion for a token, as forms. */
    exchanges: () =>
      upstream.seenAt(`POST ${tokenPath}`).map(({ headers, body }) => ({
        type: headers['content-type'],
        form: Object.fromEntries(new URLSearchParams(body)),
      })),
    /** The calls themselves, without those for tokens. */
    asked: () => upstream.seen.filter(({ path }) => path !== tokenPath),
    close: async () => {
      await upstream.close();
      await transport.close();
    },
  };
}
