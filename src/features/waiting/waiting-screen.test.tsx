import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FailureName } from '#contract/failures.ts';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import type { Session } from '#contract/session.ts';
import { clinicOf } from '#contract/testing/sample-schedule.ts';
import { draftAt, forgetDraft } from '#src/queries/draft.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { WaitingScreen } from './waiting-screen.tsx';

const clinic = clinicOf({ phone: '8 (495) 000-10-01' });
const [anna, vera]: [Person, Person] = [
  { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' },
  { ref: 'child-1', relation: 'child', name: 'Вера', birthDate: '2010-05-06' },
];
const searchFor = ({ ref }: Person) => `person=${ref}&clinic=c1&speciality=27`;
const placesFor = ({ ref }: Person): Answers => ({
  [`/api/clinics?person=${ref}`]: { body: { clinics: [clinic] } },
  [`/api/clinics/c1/specialities?person=${ref}`]: {
    body: { specialities: [{ id: '27', name: 'Терапевт' }] },
  },
  [`/api/clinics/c1/doctors?person=${ref}&speciality=27`]: { body: { doctors: [] } },
});
const operation = (more: Partial<Operation> = {}): Operation => ({
  id: 'op-1',
  kind: 'wait',
  state: 'confirmed',
  person: 'self',
  at: '2026-11-21T09:00:00.000Z',
  report: null,
  booking: null,
  hold: null,
  ...more,
});
const problem = (failure: FailureName, text: string | null = null) => ({
  type: `urn:talon:failure:${failure}`,
  status: 409,
  title: failure,
  failure,
  upstream: text === null ? null : { system: 'mis', status: 400, code: null },
  facts: {},
  text,
  operation: 'op-1',
});

function Signed({ search }: { search: string }) {
  const { people, role } = useSignedIn();
  return (
    <WaitingScreen search={search} people={people} isRegistrar={role === 'registrar'} today="2026-11-21" />
  );
}

const show = (
  answers: Answers = {},
  {
    person = anna,
    session = {},
  }: { person?: Person; session?: Partial<Extract<Session, { authenticated: true }>> } = {},
) =>
  showScreen(<Signed search={searchFor(person)} />, {
    at: `/waiting?${searchFor(person)}`,
    answers: { '/api/session': { body: signedIn(session) }, ...placesFor(person), ...answers },
  });

const phone = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Telephone' });
const consent = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /agree/ });
const join = () => fireEvent.click(screen.getByRole('button', { name: 'Join the waiting list' }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const type = async (value: string) => fireEvent.change(await phone(), { target: { value } });
async function fill() {
  await type('+7 900 000-00-00');
  fireEvent.click(screen.getByRole('radio', { name: 'After noon' }));
  fireEvent.click(consent());
}
type Asked = Awaited<ReturnType<typeof show>>['asked'];
const sent = (asked: Asked) =>
  (asked.mock.calls as unknown as [string, RequestInit][]).filter(
    ([path, init]) => init.method === 'POST' && path === '/api/waiting',
  );

beforeEach(forgetDraft);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the wish', () => {
  test('is not sent while something is wrong, and nothing that was typed is lost', async () => {
    const { asked } = await show();
    await type('900');
    fireEvent.click(screen.getByRole('radio', { name: 'Before noon' }));
    join();
    expect(await screen.findByText('Type the whole number, with its code.')).toBeDefined();
    expect(screen.getByText(/Without consent/)).toBeDefined();
    await waitFor(async () => expect(document.activeElement).toBe(await phone()));
    expect((await phone()).value).toBe('900');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Before noon' }).checked).toBe(true);
    expect(sent(asked)).toEqual([]);
  });

  test('is sent as it was filled in, and said back', async () => {
    const { asked } = await show({ '/api/waiting': { body: operation() } });
    await fill();
    join();
    await heading('Put on the waiting list');
    expect(sent(asked).map(([, { body }]) => typeof body === 'string' && JSON.parse(body))).toEqual([
      {
        person: 'self',
        clinicId: 'c1',
        specialityId: '27',
        doctorId: null,
        phone: '+7 900 000-00-00',
        from: '2026-11-21',
        to: '2026-12-21',
        part: 'afternoon',
        consent: true,
      },
    ]);
    expect(screen.getByText('After noon')).toBeDefined();
    expect(screen.getByText(/This is not a booking yet/)).toBeDefined();
  });

  test('once the clinic has it is no draft any more', async () => {
    await show({ '/api/waiting': { body: operation() } });
    await fill();
    expect(draftAt(`/waiting?${searchFor(anna)}`)?.values).toEqual({
      phone: '+7 900 000-00-00',
      part: 'afternoon',
    });
    join();
    await heading('Put on the waiting list');
    expect(draftAt(`/waiting?${searchFor(anna)}`)).toBeNull();
  });

  test('of a patient is agreed to by the patient, whoever ticks', async () => {
    const patient: Person = { ref: 'p', relation: 'patient', name: '', birthDate: '1950-01-01' };
    await show({}, { person: patient, session: { role: 'registrar', people: [patient] } });
    expect((await phone()).autocomplete).toBe('off');
    expect(consent().labels?.[0]?.textContent).toMatch(/^The patient agrees/);
    expect(screen.getByRole('button', { name: 'Add to the waiting list' })).toBeDefined();
  });
});

describe('what was typed before the session ended', () => {
  const draft = {
    '/api/session/draft': { body: { values: { phone: '+7 900 000-00-00', part: 'morning' } } },
  };
  const people = [anna, vera];

  test('is there again, without the consent', async () => {
    await show(draft, { session: { people, draft: `/waiting?${searchFor(anna)}` } });
    await waitFor(async () => expect((await phone()).value).toBe('+7 900 000-00-00'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Before noon' }).checked).toBe(true);
    expect(consent().checked).toBe(false);
  });

  test('for one person is not given to another', async () => {
    const { asked } = await show(draft, {
      person: vera,
      session: { people, draft: `/waiting?${searchFor(anna)}` },
    });
    expect((await phone()).value).toBe('');
    expect(asked.mock.calls.map(([path]) => path)).not.toContain('/api/session/draft');
  });
});

describe('the answer', () => {
  test('that is a refusal is said with the way back, where everything still stands', async () => {
    await show({ '/api/waiting': { status: 409, body: problem('mis.wait.unrecognised', 'Мест нет') } });
    await fill();
    join();
    await heading('You are not on the waiting list: the clinic refused');
    expect(screen.getByText('Мест нет')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the waiting list' }));
    expect((await phone()).value).toBe('+7 900 000-00-00');
  });

  test('that may be another one next time is said above the form', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { asked } = await show({ '/api/waiting': { body: operation() } });
    await fill();
    join();
    await screen.findByText('There was no connection; nothing was sent');
    expect((await phone()).value).toBe('+7 900 000-00-00');
    expect(sent(asked)).toEqual([]);
    onLine.mockRestore();
    fireEvent(window, new Event('online'));
    // It stays where it stood, and is as true now: nothing on it speaks of the present.
    expect(screen.getByText(/Once you are connected, press again/)).toBeDefined();
    expect(screen.queryByText(/You are offline/)).toBeNull();
    join();
    await heading('Put on the waiting list');
  });

  test('that nobody knows is not taken for a refusal, and is never sent again', async () => {
    const { asked } = await show({
      '/api/waiting': { status: 504, body: { ...problem('portal.outcome-unknown'), status: 504 } },
      '/api/operations/op-1': { body: operation({ state: 'unknown' }) },
    });
    await fill();
    join();
    await heading(/We don’t know/);
    expect(screen.getByText(/Call the clinic before you try again/)).toBeDefined();
    expect(screen.getByRole('link', { name: /8 \(495\) 000-10-01/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Check' })).toBeNull();
    expect(sent(asked)).toHaveLength(1);
  });

  test('that is learned to be lost for good stays unknown, and leads back to the form', async () => {
    const report = { failure: 'portal.outcome-lost', upstream: null, facts: {}, text: null } as const;
    await show({
      '/api/waiting': { status: 504, body: { ...problem('portal.outcome-unknown'), status: 504 } },
      '/api/operations/op-1': { body: operation({ state: 'refused', report }) },
    });
    await fill();
    join();
    await screen.findByRole('button', { name: 'Back to the waiting list' });
    await heading(/We don’t know/);
  });

  test('that never came is asked for with the same key', async () => {
    const { asked } = await show({ '/api/waiting': { status: 502, body: null } });
    await fill();
    join();
    fireEvent.click(await screen.findByRole('button', { name: 'Check' }));
    await waitFor(() => expect(sent(asked)).toHaveLength(2));
    const keys = sent(asked).map(([, { headers }]) => new Headers(headers).get('idempotency-key'));
    expect(new Set(keys).size).toBe(1);
  });
});

test('a clinic that cannot be read is named as such, and may be asked again', async () => {
  const { asked } = await show({ '/api/clinics?person=self': { status: 503, body: null } });
  const again = await screen.findByRole('button', { name: 'Load again' });
  expect(screen.getByRole('alert').textContent).toContain('Nothing has been sent.');
  asked.mockImplementation(async (input: string) =>
    Response.json((placesFor(anna)[input] as { body: unknown } | undefined)?.body ?? null),
  );
  fireEvent.click(again);
  await phone();
});

test('an address that does not say for what leads to the choice', async () => {
  await showScreen(
    <WaitingScreen search="person=self" people={[anna]} isRegistrar={false} today="2026-11-21" />,
    {
      answers: {},
    },
  );
  await heading('Choose a clinic and a speciality first');
  expect(screen.getByRole('link', { name: 'Choose a clinic' }).getAttribute('href')).toBe(
    '/reserve?person=self',
  );
});
