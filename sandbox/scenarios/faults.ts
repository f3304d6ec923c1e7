import type { FastifyReply } from 'fastify';
import { send } from './send.ts';
import type { Answer } from './witness.ts';

export type Pause = (ms: number) => Promise<unknown>;

/** An answer on its way: `truth` is what the vendor has done and would have said, null where it did nothing. */
export interface Delivery {
  readonly reply: FastifyReply;
  readonly truth: Answer | null;
  readonly pause: Pause;
}

/** What goes wrong between a vendor and whoever waits for its answer. */
export type Fault = (delivery: Delivery) => unknown;

const msBetweenBytes = 250;
/** More than any answer that a portal should be willing to read. */
const hugeBytes = 2 * 1024 * 1024 + 1;
const said = { status: 200, body: { message: 'ответ, который не дошёл целиком' } };

const instead =
  (answer: Answer): Fault =>
  ({ reply }) =>
    send(reply, answer);

/** Starts an answer of its own making; the whole text is for the caller to send, or not. */
function begin({ reply, truth }: Delivery, length: 'announced' | 'open') {
  const { status, body } = truth?.body === undefined ? said : truth;
  const text = Buffer.from(JSON.stringify(body));
  reply.hijack();
  reply.raw.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(length === 'announced' ? { 'content-length': text.length } : {}),
  });
  return text;
}

/** The connection ends in good order, without a word. */
export const close: Fault = ({ reply }) => {
  reply.hijack();
  reply.request.raw.socket.destroySoon();
};

/** Every fault that a scenario may name for any operation. */
export const faults: Readonly<Record<string, Fault>> = {
  down: instead({ status: 503, body: { message: 'Service Unavailable' } }),
  '500': instead({ status: 500, body: 'Internal Server Error' }),
  '429': instead({ status: 429, headers: { 'retry-after': '1' } }),
  html: instead({
    status: 200,
    body: '<!doctype html><title>Вход</title>',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  }),
  empty: instead({ status: 200 }),
  'other-shape': instead({ status: 200, body: { fault: { reason: ['не та форма'] } } }),
  'other-refusal': instead({ status: 400, body: { fault: { reason: ['не та форма'] } } }),
  huge: instead({ status: 200, body: 'x'.repeat(hugeBytes) }),
  hang: ({ reply }) => void reply.hijack(),
  close,
  reset: ({ reply }) => {
    reply.hijack();
    reply.request.raw.socket.resetAndDestroy();
  },
  truncate: (delivery) => {
    const text = begin(delivery, 'announced');
    const { raw } = delivery.reply;
    raw.write(text.subarray(0, text.length / 2), () => raw.socket?.destroySoon());
  },
  drip: async (delivery) => {
    const text = begin(delivery, 'open');
    const { raw } = delivery.reply;
    for (const byte of text) {
      if (raw.destroyed) return;
      raw.write(Uint8Array.of(byte));
      await delivery.pause(msBetweenBytes);
    }
    raw.end();
  },
};
