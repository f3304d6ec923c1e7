import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type CryptoKey, type JWK } from 'jose';

export interface SandboxKeys {
  /** The identity provider's signing key. */
  readonly identity: JWK;
  /** The public half of the key that the portal signs with when it asks Connect for a token. */
  readonly connectClient: CryptoKey;
  /** Secret of the access tokens of Connect and Loop. */
  readonly tokens: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
}

const rs256 = () => generateKeyPair('RS256', { extractable: true });

async function kept(folder: string | null, name: string): Promise<{ pem: string }> {
  const file = folder === null ? null : join(folder, name);
  if (file && existsSync(file)) return { pem: readFileSync(file, 'utf8') };
  const pem = await exportPKCS8((await rs256()).privateKey);
  if (file) writeFileSync(file, pem, { mode: 0o600 });
  return { pem };
}

const halves = async (pem: string) => {
  const privateKey = await importPKCS8(pem, 'RS256', { extractable: true });
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = await exportJWK(privateKey);
  const publicKey = await crypto.subtle.importKey(
    'jwk',
    { ...open, key_ops: ['verify'] },
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  );
  return { privateKey, publicKey };
};

/** Makes the demonstration's keys at the first start and keeps them in the sandbox's folder. */
export async function openKeys(folder: string | null): Promise<SandboxKeys> {
  const identity = await halves((await kept(folder, 'identity-key.pem')).pem);
  const connect = await halves((await kept(folder, 'connect-client-key.pem')).pem);
  const tokens = await halves((await kept(folder, 'token-key.pem')).pem);
  return {
    identity: { ...(await exportJWK(identity.privateKey)), alg: 'RS256', use: 'sig', kid: 'sandbox' },
    connectClient: connect.publicKey,
    tokens,
  };
}
