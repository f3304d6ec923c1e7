import type { ReactNode } from 'react';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '#contract/person.ts';
import './later/stopped-screen.tsx';
import '#src/features/sign-in/session-warning-panel.tsx';
import { noteDraft, forgetDraft } from '#src/queries/draft.ts';
import { forgetThatPatientChanged } from '#src/queries/patient-change.ts';
import { forgetThatSessionEnded } from '#src/queries/session-ended.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { SessionGate } from './session-gate.tsx';
import { useSessionWatch } from './use-session-watch.ts';

const start = Date.parse('2026-11-21T09:00:00.000Z');
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));
const moments = () => act(() => vi.advanceTimersByTimeAsync(5));
const hour = { body: signedIn({ now: at(0), endsAt: at(60), lastsUntil: at(480) }) };
const near = { body: signedIn({ now: at(58), endsAt: at(60), lastsUntil: at(480) }) };
const later = { body: signedIn({ now: at(58), endsAt: at(118), lastsUntil: at(480) }) };
const last = { body: signedIn({ now: at(478), endsAt: at(480), lastsUntil: at(480) }) };
const nobody = { body: { authenticated: false, now: at(60) } };

const stay = () => screen.queryByRole('button', { name: 'Stay signed in' });
const again = () => screen.queryByRole('button', { name: 'Sign in again' });

async function show(first: { body: unknown }) {
  const answers: Record<string, { body: unknown; status?: number }> = { '/api/session': first };
  const { asked } = await showScreen(
    <SessionGate>
      <input aria-label="Reason" />
    </SessionGate>,
    { at: '/desk', answers },
  );
  const reason = await vi.waitFor(() => screen.getByRole('textbox'));
  await vi.waitFor(() => screen.getByRole('status'));
  act(() => reason.focus());
  return {
    answers,
    reason,
    /** How often something was asked for. */
    times: (path: string) => asked.mock.calls.filter(([called]) => called === path).length,
    sent: (path: string) => asked.mock.calls.find(([called]) => called === path)?.at(1),
  };
}

beforeEach(() => {
  forgetThatSessionEnded();
  forgetDraft();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  vi.setSystemTime(start);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('two minutes before the session ends', () => {
  test('the person is told, and goes on typing', async () => {
    const { answers, reason } = await show(hour);
    answers['/api/session'] = near;
    await minutes(57);
    expect(stay()).toBeNull();
    await minutes(1);
    expect(screen.getByRole('status').textContent).toContain('You will soon be signed out');
    expect(stay()).not.toBeNull();
    expect(document.activeElement).toBe(reason);
  });

  test('the portal is not asked before, and asked first', async () => {
    const { answers, times } = await show(hour);
    answers['/api/session'] = later;
    await minutes(57);
    expect(times('/api/session')).toBe(1);
    await minutes(1);
    expect(times('/api/session')).toBe(2);
    expect(stay()).toBeNull();
  });

  test('the portal is asked until it answers', async () => {
    const { answers } = await show(hour);
    answers['/api/session'] = { body: null, status: 503 } as { body: unknown };
    await minutes(58);
    expect(stay()).toBeNull();
    answers['/api/session'] = near;
    await minutes(0.5);
    expect(stay()).not.toBeNull();
  });

  test('the device’s own clock says nothing', async () => {
    vi.setSystemTime(start + 3 * 3_600_000);
    await show(hour);
    expect(stay()).toBeNull();
  });
});

describe('staying', () => {
  test('takes one press, and the keyboard is back in the field', async () => {
    const { answers, reason, times } = await show(near);
    answers['/api/session/stay'] = later;
    act(() => stay()?.focus());
    fireEvent.click(screen.getByRole('button'));
    await moments();
    expect(times('/api/session/stay')).toBe(1);
    expect(stay()).toBeNull();
    expect(document.activeElement).toBe(reason);
  });

  test('is said not to have worked, and can be tried again', async () => {
    const { answers } = await show(near);
    answers['/api/session/stay'] = { body: null, status: 503 } as { body: unknown };
    fireEvent.click(screen.getByRole('button'));
    await vi.waitFor(() => screen.getByRole('alert'));
    expect(screen.getByRole('alert').textContent).toContain('That did not work');
    answers['/api/session/stay'] = later;
    fireEvent.click(screen.getByRole('button'));
    await vi.waitFor(() => expect(stay()).toBeNull());
  });

  test('in another tab is enough', async () => {
    const { answers } = await show(near);
    answers['/api/session'] = later;
    const otherTab = new BroadcastChannel('talon-session-end');
    otherTab.postMessage(null);
    await vi.waitFor(() => expect(stay()).toBeNull(), { timeout: 1_000, interval: 1 });
    otherTab.close();
  });

  test('in a tab that could not say so is heard of within seconds', async () => {
    const { answers } = await show(near);
    answers['/api/session'] = later;
    await minutes(0.25);
    expect(stay()).toBeNull();
  });

  test('is not offered where eight hours are over: signing in again is', async () => {
    await show(last);
    expect(stay()).toBeNull();
    expect(again()).not.toBeNull();
  });
});

describe('when the session has ended', () => {
  test('the screen is gone at that moment, and signing in again is offered', async () => {
    const { answers } = await show(near);
    await minutes(1.9);
    answers['/api/session'] = nobody;
    await minutes(0.1);
    await vi.waitFor(() => screen.getByRole('heading', { name: 'You are signed out' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(again()).not.toBeNull();
  });

  test('signing in again takes along what was typed here', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { assign });
    const { answers, sent } = await show(near);
    noteDraft({ account: 'anna', address: '/desk', values: { reason: 'Передумала' } });
    answers['/api/session'] = nobody;
    await minutes(2);
    answers['/auth/login'] = { body: { location: 'https://provider.example/' } };
    await vi.waitFor(() => screen.getByText(/What you typed is kept/));
    fireEvent.click(screen.getByRole('button'));
    await vi.waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('https://provider.example/'));
    expect(sent('/auth/login')).toMatchObject({
      method: 'POST',
      body: JSON.stringify({
        returnTo: '/desk',
        draft: { account: 'anna', values: { reason: 'Передумала' } },
      }),
    });
  });

  test('a sign-in that cannot begin is said, and what was typed stays', async () => {
    const { answers } = await show(near);
    answers['/api/session'] = nobody;
    await minutes(2);
    answers['/auth/login'] = { body: null, status: 503 } as { body: unknown };
    await vi.waitFor(() => again() ?? Promise.reject(new Error('not yet')));
    fireEvent.click(screen.getByRole('button'));
    await vi.waitFor(() => screen.getByRole('alert'));
    expect(again()?.hasAttribute('disabled')).toBe(false);
  });
});

describe('a registrar whose patient another tab has put away', () => {
  const anna = { ref: 'patient-1', relation: 'patient', name: 'Анна', birthDate: '1984-03-14' } as const;
  const boris = { ref: 'patient-2', relation: 'patient', name: 'Борис', birthDate: '1981-07-02' } as const;
  const having = (people: Person[]) => ({ body: signedIn({ role: 'registrar', people }) });
  const otherTab = () => {
    const channel = new BroadcastChannel('talon-patient');
    channel.postMessage('the other tab');
    channel.close();
  };
  const title = (name: string) =>
    vi.waitFor(() => screen.getByRole('heading', { level: 1, name }), { timeout: 1_000, interval: 1 });
  const Watched = ({ children }: { children: ReactNode }) => {
    useSessionWatch();
    return <SessionGate>{children}</SessionGate>;
  };
  const open = async () => {
    const answers: Record<string, { body: unknown; status?: number }> = { '/api/session': having([anna]) };
    const shown = await showScreen(
      <Watched>
        <p>Анна is here</p>
      </Watched>,
      { at: '/reserve?person=patient-1', answers },
    );
    await vi.waitFor(() => screen.getByText('Анна is here'));
    return { ...shown, answers };
  };
  afterEach(() => forgetThatPatientChanged());

  test('is told who is in hand now, sees nothing of the other, and goes on at the desk', async () => {
    const { answers, location } = await open();
    answers['/api/session'] = having([boris]);
    otherTab();
    await title('Another patient is in hand now');
    expect(document.body.textContent).not.toContain('Анна');
    expect(document.body.textContent).toContain('Борис');
    fireEvent.click(screen.getByRole('button', { name: 'Continue with this patient' }));
    expect(location.history?.at(-1)).toBe('/desk');
  });

  test('is told so where nobody is in hand, and where the portal does not answer', async () => {
    const { answers } = await open();
    answers['/api/session'] = { body: null, status: 503 };
    otherTab();
    await title('The work with this patient is finished');
    expect(document.body.textContent).not.toContain('Анна');
    expect(screen.getByRole('button', { name: 'Find a patient' })).toBeDefined();
  });

  test('hears of every further change too', async () => {
    const { answers } = await open();
    answers['/api/session'] = having([boris]);
    otherTab();
    await title('Another patient is in hand now');
    answers['/api/session'] = having([]);
    otherTab();
    await title('The work with this patient is finished');
    expect(document.body.textContent).not.toContain('Борис');
  });
});
