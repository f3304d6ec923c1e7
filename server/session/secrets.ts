const listed = /^[\w-]{1,32}:(.+)$/;

/**
 * The secrets in `SESSION_SECRET`: `id:secret,id:secret` with the newest first, or one secret as it is. A secret that merely holds
 * a comma is no list: each part of one begins with its id.
 */
export function secretsIn(text: string): readonly string[] {
  const parts = text.split(',').map((part) => listed.exec(part.trim())?.[1]);
  const secrets = parts.flatMap((secret) => secret ?? []);
  return parts.length > 1 && secrets.length === parts.length ? secrets : [text];
}
