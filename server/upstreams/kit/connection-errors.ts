const neverMade = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
const lost = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const isOneOf = (codes: ReadonlySet<string>, error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && codes.has(String(error.code))) ||
    (error instanceof AggregateError &&
      error.errors.length > 0 &&
      error.errors.every((each) => isOneOf(codes, each))) ||
    isOneOf(codes, error.cause));

/** There was provably no connection, to any of the upstream's addresses: nothing was sent. */
export const wasNeverMade = (error: unknown) => isOneOf(neverMade, error);

/** The connection was cut; an idle one that the upstream closed a moment before looks the same. */
export const wasLost = (error: unknown) => isOneOf(lost, error);
