import { operation } from '#contract/operation.ts';
import type { WaitInput } from '#contract/waiting.ts';
import { portal } from './portal-client.ts';
import { sendWrite } from './send-write.ts';

/** Asks the clinic to call when a time becomes free. */
export const sendWait = (body: WaitInput, key: string) =>
  sendWrite(() => portal.post({ path: '/api/waiting', schema: operation, body, key }));
