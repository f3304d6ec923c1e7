import { afterEach, describe, expect, test } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import { ProblemError } from './portal-client.ts';
import { sendWrite } from './send-write.ts';
import { forgetThatSessionEnded, hasSessionEnded } from './session-ended.ts';

const problem = (failure: FailureName) =>
  new ProblemError(
    {
      type: 'about:blank',
      title: failure,
      status: 0,
      failure,
      upstream: null,
      facts: {},
      text: null,
      operation: null,
    },
    401,
  );
const sent = (failure: FailureName) => sendWrite(() => Promise.reject(problem(failure)));

afterEach(forgetThatSessionEnded);

describe('a write that fails', () => {
  test('because the session has ended says so to the whole page', async () => {
    expect(await sent('portal.session-ended')).toMatchObject({ state: 'refused' });
    expect(hasSessionEnded()).toBe(true);
  });

  test.each(['portal.not-allowed', 'portal.outcome-unknown', 'portal.offline'] as const)(
    'for %s ends no session',
    async (failure) => {
      await sent(failure);
      expect(hasSessionEnded()).toBe(false);
    },
  );
});
