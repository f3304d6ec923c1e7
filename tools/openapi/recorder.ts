import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './exchange.ts';

export interface Recorder {
  readonly port: number;
  /** What has gone through since the last time somebody took it. */
  take(): Exchange[];
  close(): Promise<void>;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('; ') : (value ?? ''),
    ]),
  );

/** A proxy that keeps what went through it and changes nothing: neither a header nor a byte. */
export async function openRecorder(portBehind: () => number): Promise<Recorder> {
  let exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const requestBody = await textOf(incoming);
      const { method = 'GET', url = '/', headers } = incoming;
      const forwarded = ask({
        host: '127.0.0.1',
        port: portBehind(),
        method,
        path: url,
        headers,
        agent: false,
      });
      forwarded.on('error', () => incoming.socket.destroy());
      forwarded.on('response', (answer) => {
        void (async () => {
          const responseBody = await textOf(answer);
          const [path = '/', query = ''] = url.split('?');
          const status = answer.statusCode ?? 0;
          exchanges.push({
            method,
            path,
            query,
            requestHeaders: headersOf(incoming),
            requestBody,
            status,
            responseHeaders: headersOf(answer),
            responseBody,
          });
          outgoing.writeHead(status, answer.rawHeaders);
          outgoing.end(responseBody);
        })().catch(() => incoming.socket.destroy());
      });
      forwarded.end(requestBody);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    take: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
