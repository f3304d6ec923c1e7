import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SessionGate } from './session-gate.tsx';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { draftAt, forgetDraft } from '#src/queries/draft.ts';
import { forgetThatSessionEnded, sayThatSessionEnded } from '#src/queries/session-ended.ts';
import { useDraft } from '#src/queries/use-draft.ts';

const at = '/requests/new?person=self';

function Form() {
  const form = useForm({ defaultValues: { orderId: '', dateFrom: '2026-11-21', consent: false } });
  useDraft(form);
  return (
    <form>
      <input aria-label="Order" {...form.register('orderId')} />
      <input aria-label="Day" {...form.register('dateFrom')} />
      <input aria-label="Consent" type="checkbox" {...form.register('consent')} />
    </form>
  );
}

const show = (answers: Answers) =>
  showScreen(
    <SessionGate>
      <Form />
    </SessionGate>,
    { at, answers },
  );
const came = (draft: string | null) => ({ '/api/session': { body: signedIn({ draft }) } });
const order = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Order' });

beforeEach(() => {
  forgetThatSessionEnded();
  forgetDraft();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('while somebody types', () => {
  test('it is noted, with who and where', async () => {
    await show(came(null));
    await userEvent.type(await order(), '7001');
    await userEvent.click(screen.getByRole('checkbox'));
    expect(draftAt(at)).toEqual({ account: 'anna', address: at, values: { orderId: '7001' } });
  });

  test('nothing of it is kept in the browser', async () => {
    await show(came(null));
    await userEvent.type(await order(), '7001');
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(
      '7001',
    );
  });

  test('it is forgotten with the form', async () => {
    await show(came(null));
    await userEvent.type(await order(), '7001');
    cleanup();
    expect(draftAt(at)).toBeNull();
  });

  test('it outlives a form that the end of the session took away', async () => {
    await show(came(null));
    await userEvent.type(await order(), '7001');
    act(sayThatSessionEnded);
    expect(await screen.findByText(/What you typed is kept/)).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(draftAt(at)?.values).toEqual({ orderId: '7001' });
  });
});

describe('once the person has signed in again', () => {
  const given = { '/api/session/draft': { body: { values: { orderId: '7001', consent: 'true' } } } };

  test('the form holds what was typed, and no consent', async () => {
    await show({ ...came(at), ...given });
    await waitFor(async () => expect((await order()).value).toBe('7001'));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' }).value).toBe('2026-11-21');
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  test('what came back is noted as if it were typed just now', async () => {
    await show({ ...came(at), ...given });
    await waitFor(() => expect(draftAt(at)?.values).toEqual({ orderId: '7001' }));
  });

  test.each([null, '/desk', '/requests/new'])(
    'nothing is asked for where the draft is for %j',
    async (draft) => {
      const { asked } = await show({ ...came(draft), ...given });
      await order();
      expect(asked.mock.calls.map(([path]) => path)).toEqual(['/api/session']);
    },
  );

  test('an empty form stands there where it could not be had', async () => {
    await show({ ...came(at), '/api/session/draft': { body: null, status: 500 } });
    await userEvent.type(await order(), '7');
    expect((await order()).value).toBe('7');
  });
});
