/** A request and its answer, as they went over the wire. Names of headers are in lower case. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
}

/** The content type without its parameters; null where none is sent. */
export const mediaTypeOf = (headers: Readonly<Record<string, string>>) =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null;

/** A body as JSON; undefined where it is none. */
export const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
