import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Exchange } from './exchange.ts';

export interface Recorder {
  readonly port: number;
  /** What has gone through since the last time somebody took it. */
  take(): Exchange[];
  close(): Promise<void>;
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('; ') : (value ?? ''),
    ]),
  );

const unpacked = ({ headers }: IncomingMessage, body: Buffer) =>
  headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;

/** A proxy that keeps what went through it and changes nothing: neither a header nor a byte. */
export async function openRecorder(portBehind: () => number): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const keep = (asked: IncomingMessage, requestBody: string, answer: IncomingMessage, body: Buffer[]) => {
    const [path = '/', query = ''] = (asked.url ?? '/').split('?');
    exchanges.push({
      method: asked.method ?? 'GET',
      path,
      query,
      requestHeaders: headersOf(asked),
      requestBody,
      status: answer.statusCode ?? 0,
      responseHeaders: headersOf(answer),
      responseBody: unpacked(answer, Buffer.concat(body)).toString('utf8'),
    });
  };
  const server = createServer((asked, answered) => {
    const cut = () => asked.socket.destroy();
    text(asked).then((requestBody) => {
      const { method, url, headers } = asked;
      const forwarded = ask({
        host: '127.0.0.1',
        port: portBehind(),
        method,
        path: url,
        headers,
        agent: false,
      });
      forwarded.on('error', cut);
      forwarded.on('response', (answer) => {
        const body: Buffer[] = [];
        answered.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
        answer.on('error', cut);
        answer.on('data', (chunk: Buffer) => {
          body.push(chunk);
          answered.write(chunk);
        });
        answer.on('end', () => {
          keep(asked, requestBody, answer, body);
          answered.end();
        });
        // A stream of events ends when whoever listens has gone.
        answered.on('close', () => {
          if (answer.complete) return;
          keep(asked, requestBody, answer, body);
          forwarded.destroy();
        });
      });
      forwarded.end(requestBody);
    }, cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    take: () => exchanges.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
