import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal } from '#server/testing/start-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ metricsToken: 'a-token-of-the-operator' });
});
afterAll(() => portal.close());

test.each([undefined, 'Bearer another-token', 'a-token-of-the-operator'])(
  'the figures are not there without the operator’s token: %s',
  async (authorization) => {
    const response = await portal.browser().get('/metrics', authorization ? { authorization } : {});
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('talon_request_seconds');
  },
);

test('the figures are there with the operator’s token', async () => {
  const response = await portal
    .browser()
    .get('/metrics', { authorization: 'Bearer a-token-of-the-operator' });
  expect(response.body).toContain('talon_request_seconds');
});
