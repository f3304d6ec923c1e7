import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { NewRequestScreen } from './new-request-screen.tsx';
import { TimeResult } from './time-result.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const report = (failure: FailureName) => ({
  failure,
  upstream: { system: 'connect' as const, status: 422, code: null },
  facts: {},
  text: null,
});
const anna = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' } as const;

test.each([
  ['patient', 'No visit was booked: this time is no longer offered', 1],
  ['registrar', '422: No visit arranged: this time is no longer offered', 0],
] as const)(
  'an offered time that was refused is told to a %s in their words',
  async (role, title, bodies) => {
    await showScreen(
      <TimeResult
        state={{
          step: 'refused',
          key: 'key-1',
          report: report('connect.book-time.not-accepted'),
          operationId: null,
          fields: {},
          at: '2026-11-21T09:00:00.000Z',
        }}
        onCheck={() => undefined}
      />,
      { answers: { '/api/session': { body: signedIn({ role }) } } },
    );
    expect(await screen.findByText(title)).toBeDefined();
    expect(screen.queryAllByText('Choose another time.')).toHaveLength(bodies);
  },
);

test.each([
  ['patient', /^No request was made: the system/],
  ['registrar', /^422: No request made/],
] as const)(
  'a request that was refused is told to a %s in their words, above the form',
  async (role, title) => {
    const refused = {
      ...report('connect.request-times.not-accepted'),
      type: 'about:blank',
      status: 409,
      title: '',
      operation: null,
    };
    await showScreen(
      <NewRequestScreen asked="self" people={[anna]} isRegistrar={role === 'registrar'} today="2026-11-21" />,
      {
        at: '/requests/new?person=self',
        answers: {
          '/api/session': { body: signedIn({ role }) },
          '/api/orders?person=self': { body: { orders: [7001] } },
          '/api/desk/orders': { body: { orders: [7001] } },
          '/api/requests': { body: refused, status: 409 },
        },
      },
    );
    if (role === 'registrar') await userEvent.type(await screen.findByLabelText(/Order/), '7001');
    else await userEvent.selectOptions(await screen.findByRole('combobox'), '7001');
    await userEvent.click(screen.getByRole('button', { name: 'Make the request' }));
    expect(await screen.findByText(title)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Make the request' })).toBeDefined();
  },
);

test('whoever has no order is told who knows of one, and led back', async () => {
  await showScreen(<NewRequestScreen asked="self" people={[anna]} isRegistrar={false} today="2026-11-21" />, {
    at: '/requests/new?person=self',
    answers: {
      '/api/session': { body: signedIn() },
      '/api/orders?person=self': { body: { orders: [] } },
    },
  });
  expect(await screen.findByText(/call the company that you ordered from/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Back to my bookings' }).getAttribute('href')).toBe(
    '/?person=self',
  );
});
