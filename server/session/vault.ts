import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { secretsIn } from './secrets.ts';

/** Encrypts what names people before it is stored, and makes stable pseudonyms of their ids. */
export interface Vault {
  seal(value: unknown): string;
  /** Null where the text was sealed with another secret, or is damaged. Still to be parsed. */
  open(sealed: string): unknown;
  pseudonym(...parts: readonly (string | null)[]): string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

function openedWith(key: Buffer, bytes: Buffer): string | null {
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}

const derive = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

/**
 * `secret` is one, or a list of `id:secret` with the newest first: that one seals, all of them open. Names are made with the
 * last of them, so that a rotation changes nobody's (docs/decisions/0034).
 */
export function createVault(secret: string): Vault {
  const secrets = secretsIn(secret);
  const [sealing, ...older] = secrets.map((one) => derive(one, 'talon seal'));
  const naming = derive(secrets.at(-1) ?? '', 'talon pseudonym');
  if (!sealing) throw new Error('There is no secret to seal with.');
  return {
    seal: (value) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, sealing, iv);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      for (const key of [sealing, ...older]) {
        const text = openedWith(key, bytes);
        if (text !== null) return JSON.parse(text);
      }
      return null;
    },
    pseudonym: (...parts) => createHmac('sha256', naming).update(JSON.stringify(parts)).digest('base64url'),
  };
}
