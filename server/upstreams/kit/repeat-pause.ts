const shortest = 100;
const longest = 400;

/** `Retry-After` comes in seconds or as a date; what is neither asks for nothing. */
function askedPause(retryAfter: string, now: number): number {
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(asked) ? 0 : asked;
}

/** Milliseconds before a repeat: anywhere between the two, so that a crowd does not return as one, and no earlier than asked. */
export function repeatPause(retryAfter: string | null, now: number, random: () => number): number {
  const jitter = shortest + random() * (longest - shortest);
  return retryAfter === null ? jitter : Math.max(jitter, askedPause(retryAfter, now));
}
