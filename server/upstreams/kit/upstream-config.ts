/** The part of the configuration that the adapters are built from. Parsed once in `server/config.ts`. */
export interface UpstreamConfig {
  readonly mis: { readonly url: string } | null;
  readonly connect: {
    readonly url: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    /** PKCS#8 PEM, RS256. */
    readonly privateKey: string;
    readonly keyId: string | null;
    readonly apiVersion: number;
  } | null;
  readonly loop: {
    readonly url: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly brandId: string;
  } | null;
  /** Milliseconds. */
  readonly limits: { readonly connect: number; readonly read: number; readonly write: number };
}
