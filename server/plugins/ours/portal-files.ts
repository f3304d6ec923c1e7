import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface PortalFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

const readOrNull = (file: string) => (statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : null);

function load(folder: string): Map<string, PortalFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => types[extname(name)] !== undefined && statSync(join(folder, name)).isFile(),
  );
  return new Map(
    names.map((name) => {
      const file = join(folder, name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      return [
        path,
        {
          type: types[extname(name)] ?? 'application/octet-stream',
          plain: readFileSync(file),
          brotli: readOrNull(`${file}.br`),
          gzip: readOrNull(`${file}.gz`),
        },
      ];
    }),
  );
}

function send(request: FastifyRequest, reply: FastifyReply, file: PortalFile) {
  const accepted = request.headers['accept-encoding'] ?? '';
  void reply.type(file.type).header('vary', 'accept-encoding');
  if (file.brotli && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (file.gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}

/**
 * The built portal, held in memory as the build compressed it. Hashed files are immutable; every address of the
 * portal is its one page. Throws one sentence where the portal was not built.
 */
export function portalFiles(app: FastifyInstance, folder: string) {
  if (!statSync(join(folder, 'index.html'), { throwIfNoEntry: false }))
    throw new Error('The portal is not built yet: run "npm run build" first ("npm start" does).');
  const files = load(folder);
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = files.get(path);
    if (file && path !== '/index.html') {
      if (path.startsWith('/assets/'))
        void reply.header('cache-control', 'public, max-age=31536000, immutable');
      return send(request, reply, file);
    }
    const page = files.get('/index.html');
    const wantsPage =
      !path.startsWith('/assets/') && (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/);
    return page && wantsPage ? send(request, reply, page) : reply.callNotFound();
  });
}
