/** Any origin: only whether a path leaves it counts. */
const origin = 'https://portal.invalid';
const longest = 2_000;
const startPage = '/';

/** What the gateway answers itself is no page to come back to, and `/auth/login` would lead to itself. */
const ofTheGateway = /^\/(?:auth|api)(?:\/|$)/i;

/** Percent signs resolved as far as they go: a proxy may do that before it reads the address. Null where they cannot be. */
function decoded(path: string): string | null {
  try {
    const once = decodeURIComponent(path);
    return once === path ? path : decoded(once);
  } catch {
    return null;
  }
}

const leadsAway = (path: string) => /^[/\\]{2}/.test(path) || /[\p{Cc}\p{Cs}\\]/u.test(path);

/**
 * A page of ours to come back to after a sign-in, as a browser would read it; anything else is the start page. What is
 * checked is the address after it was parsed and normalised: `/.//evil.example` is a path of ours only until then.
 */
export function returnPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest || !value.startsWith('/')) return startPage;
  if (leadsAway(value) || !URL.canParse(value, origin)) return startPage;
  const url = new URL(value, origin);
  const plain = decoded(url.pathname);
  if (url.origin !== origin || plain === null || leadsAway(url.pathname) || leadsAway(plain))
    return startPage;
  const resolved = URL.canParse(plain, origin) ? new URL(plain, origin) : null;
  if (!resolved || resolved.origin !== origin || leadsAway(resolved.pathname)) return startPage;
  return ofTheGateway.test(resolved.pathname) ? startPage : url.pathname + url.search;
}
