import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useQueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestQueries } from '#src/queries/request-queries.ts';
import { askForSessionEnd } from '#src/queries/session-end.ts';
import { forgetThatSessionEnded, sayThatAccountChanged } from '#src/queries/session-ended.ts';
import { watchSignIns } from '#src/queries/sign-in-watch.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { SessionGate } from './session-gate.tsx';

const refusal = {
  type: 'urn:talon:failure:portal.another-account',
  title: 'portal.another-account',
  status: 409,
  failure: 'portal.another-account',
  upstream: null,
  facts: {},
  text: null,
  operation: null,
};

/** What a page may ask while somebody types. */
function Typing() {
  const client = useQueryClient();
  const readOrders = () => void client.fetchQuery(requestQueries.orders('self')).catch(() => undefined);
  return (
    <>
      <input aria-label="Reason" defaultValue="Анна" />
      <button onClick={() => void askForSessionEnd(client)}>Session</button>
      <button onClick={readOrders}>Orders</button>
    </>
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function show() {
  const answers: Record<string, { body: unknown; status?: number }> = {
    '/api/session': { body: signedIn() },
  };
  await showScreen(
    <SessionGate>
      <Typing />
    </SessionGate>,
    { at: '/desk', answers },
  );
  await vi.waitFor(() => screen.getByRole('textbox'));
  return { answers };
}

beforeEach(() => forgetThatSessionEnded());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a page in whose browser somebody else has signed in', () => {
  const title = 'Somebody else has signed in in this browser';
  const stopped = async () => {
    await vi.waitFor(() => screen.getByRole('heading', { level: 1, name: title }), { interval: 1 });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.body.textContent).not.toMatch(/Анна|Борис/);
  };

  test('stops when the portal says so as it is asked for the end of the session', async () => {
    const { answers } = await show();
    answers['/api/session'] = { body: signedIn({ account: 'boris', name: 'Борис Лебедев' }) };
    press('Session');
    await stopped();
  });

  test('stops when the other tab says so', async () => {
    await show();
    const stop = watchSignIns();
    const other = new BroadcastChannel('talon-account');
    other.postMessage('boris');
    await stopped();
    other.close();
    stop();
  });

  test('stops when a request is refused as another account’s', async () => {
    const { answers } = await show();
    answers['/api/orders?person=self'] = { body: refusal, status: 409 };
    press('Orders');
    await stopped();
  });

  test('begins anew for whoever is signed in now', async () => {
    await show();
    act(() => sayThatAccountChanged());
    await stopped();
    const replace = vi.fn();
    vi.stubGlobal('location', { replace });
    press('Continue as the person signed in now');
    expect(replace).toHaveBeenCalledExactlyOnceWith('/');
  });
});
