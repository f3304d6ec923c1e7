import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What the portal never uses, and nothing that runs in its page may. */
const nothingAllowed = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Strict from the beginning: no inline script or style, Trusted Types with one policy, for one address (src/queries/device-copy/offline-worker.ts), nothing kept by caches. */
export async function securityHeaders(
  app: FastifyInstance,
  { publicUrl, issuer }: { publicUrl: URL; issuer: URL },
) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'", issuer.origin],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['talon-offline'],
      },
    },
    strictTransportSecurity:
      publicUrl.protocol === 'https:' ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store').header('permissions-policy', nothingAllowed);
  });
}
