import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import type { Slot } from '#contract/slot.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { clinicOf, freeSlot } from '#contract/testing/sample-schedule.ts';
import { showScreen, signedIn, type Answers } from '#src/testing/show-screen.tsx';
import { ReserveScreen } from './reserve-screen.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T09:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const place = { clinicId: 'c1', name: 'Clinic 1', address: null, phone: null };
const clinic = clinicOf();
const slot = (time: string, more: Partial<Slot> = {}) =>
  freeSlot(`s-${time}`, `2026-11-${time}:00.000Z`, more);
const visit = clinicVisit({
  id: 'v1',
  starts: { at: '2026-11-30T06:00:00.000Z', offset: '+03:00' },
  place,
  who: { name: 'Kuznetsova', role: 'Врач-терапевт' },
});
const anna: Person = { ref: 'self', relation: 'self', name: 'Анна', birthDate: '1984-03-14' };

const show = ({
  person = anna,
  bookings = [],
  first = {},
  more = {},
  search = '',
}: {
  person?: Person;
  bookings?: readonly ClinicVisit[];
  first?: Partial<Slot>;
  more?: Answers;
  search?: string;
} = {}) => {
  const slots = [
    slot('23T06:00', first),
    slot('23T07:00'),
    slot('24T06:00'),
    slot('25T06:00'),
    slot('26T06:00'),
  ];
  const answer = { body: { slots } };
  const asked = '/api/slots?person=self&clinic=c1&doctor=d1&from=2026-11-21&to=2026-12-04';
  return showScreen(
    <ReserveScreen
      search={`clinic=c1&speciality=27&doctor=d1&slot=s-23T06:00${search}`}
      people={[person]}
      isRegistrar={person.relation === 'patient'}
      today="2026-11-21"
    />,
    {
      answers: {
        '/api/session': { body: signedIn({ people: [person], sources: ['clinic-visits'] }) },
        '/api/bookings/clinic-visits?person=self': { body: { bookings } },
        '/api/clinics?person=self': { body: { clinics: [clinic] } },
        '/api/clinics/c1/specialities?person=self': {
          body: { specialities: [{ id: '27', name: 'Терапевт' }] },
        },
        '/api/clinics/c1/doctors?person=self&speciality=27': {
          body: {
            doctors: [{ id: 'd1', name: 'Efimov', position: null, room: null, freeTickets: null }],
          },
        },
        '/api/holds/current?person=self': { body: { now: '2026-11-21T09:00:00.000Z', hold: null } },
        [asked]: answer,
        ...more,
      },
    },
  );
};

test.each([
  ['', 'Keep this time?', 'Keep this time'],
  ['&back=1', 'Book this time again?', 'Keep this time again'],
])('the time of a cancelled visit is asked for as the same one again: "%s"', async (search, title, yes) => {
  await show({ search });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  expect(await screen.findByRole('button', { name: yes })).toBeTruthy();
});

const keep = () => screen.findByRole('button', { name: 'Keep this time' });

test('a visit to the same speciality is told before the clinic refuses, and the time may still be asked for', async () => {
  await show({ bookings: [visit] });
  const notice = await screen.findByText(/^It seems you are booked with a doctor of this speciality/);
  const link = within(notice.parentElement as HTMLElement).getByRole('link', { name: /Kuznetsova/ });
  expect(link.getAttribute('href')).toBe('/bookings/clinic-visits/v1?person=self');
  expect(await keep()).toBeTruthy();
});

test('something else at the same time is told, and a time without either is not warned of', async () => {
  const elsewhere = {
    ...visit,
    starts: slot('23T06:00').starts,
    place: { ...place, clinicId: 'c2' },
    who: { name: 'Gromov', role: 'Врач-кардиолог' },
  };
  await show({ bookings: [elsewhere] });
  expect(await screen.findByText('You have something else at this time')).toBeTruthy();
  expect(screen.queryByText(/of this speciality/)).toBe(null);
});

test('a source that did not answer is named: silence about it is not "nothing is in the way"', async () => {
  const source = '/api/bookings/clinic-visits?person=self';
  const answers = { [source]: { body: null, status: 503 } as { body: unknown; status?: number } };
  const { asked } = await show({ more: answers });
  const notice = await screen.findByText('We could not check your bookings: clinic visits');
  expect(await keep()).toBeTruthy();
  const again = within(notice.parentElement as HTMLElement).getByRole('button');
  let answer: (response: Response) => void = () => undefined;
  asked.mockImplementation(() => new Promise((done) => (answer = done)));
  await userEvent.click(again);
  expect(again.textContent).toBe('Checking…');
  answer(Response.json({ bookings: [visit] }));
  expect(await screen.findByText(/^It seems you are booked with a doctor of this speciality/)).toBeTruthy();
  const done = screen.getByText('Checked: all bookings can be seen now').parentElement;
  expect(document.activeElement).toBe(done);
  expect(notice.isConnected).toBe(false);
});

test('where every source answered, nothing is said of it', async () => {
  await show();
  await keep();
  expect(screen.queryByText(/could not check/)).toBe(null);
});

test.each([
  ['2011-11-23', '15', 'teenager'],
  ['2008-11-23', '18', 'adult'],
])('a birthday between today and the visit is explained: %s', async (birthDate, age, group) => {
  await show({ person: { ...anna, birthDate } });
  expect(await screen.findByText(`Анна will be ${age} on the day of the visit`)).toBeTruthy();
  expect(screen.getByText(new RegExp(`book for an? ${group}`))).toBeTruthy();
});

test('an adult is told nothing about age groups', async () => {
  await show();
  await keep();
  expect(screen.queryByText(/on the day of the visit$/)).toBe(null);
});

test('a time that is gone comes with the three nearest', async () => {
  await show({ first: { availability: 'taken', used: 1 } });
  const times = await screen.findAllByRole('link', { name: /November, \d\d:\d\d$/ });
  expect(times.map(({ textContent }) => textContent)).toEqual([
    'Monday 23 November, 10:00',
    'Tuesday 24 November, 09:00',
    'Wednesday 25 November, 09:00',
  ]);
  expect(times[0]?.getAttribute('href')).toContain('slot=s-23T07%3A00');
});

const refusal = (failure: string, facts = {}) => ({
  '/api/holds': {
    status: 409,
    body: {
      type: 'about:blank',
      status: 409,
      title: failure,
      failure,
      upstream: null,
      facts,
      text: null,
      operation: 'op-1',
    },
  },
});

test('"just taken" takes the focus, with others to choose from', async () => {
  await show({ more: refusal('mis.reserve.taken') });
  await userEvent.click(await keep());
  const notice = (await screen.findByText(/someone just took this time/)).parentElement as HTMLElement;
  expect(document.activeElement).toBe(notice);
  const offered = await within(notice).findAllByRole('link');
  expect(offered.map(({ textContent }) => textContent)).not.toContain('Monday 23 November, 09:00');
  expect(offered).toHaveLength(3);
});

test('a second visit to one speciality is a choice: the old one is kept, or given up by its owner', async () => {
  await show({ bookings: [visit], more: refusal('mis.reserve.already-booked') });
  await userEvent.click(await keep());
  const stay = await screen.findByRole('link', { name: 'Keep the old booking' });
  expect(stay.getAttribute('href')).toBe('/bookings/clinic-visits/v1?person=self');
  expect(screen.getByRole('link', { name: 'Move the old booking' }).getAttribute('href')).toBe(
    '/bookings/clinic-visits/v1/move?person=self',
  );
  expect(screen.getByRole('link', { name: 'Cancel the old booking' }).getAttribute('href')).toBe(
    '/bookings/clinic-visits/v1/cancel?person=self',
  );
});

test('where the old one may not be cancelled nor moved, neither is offered', async () => {
  const never = { allowed: false, reason: 'status-unclear' } as const;
  const past = { ...visit, can: { cancel: never, move: never } };
  await show({ bookings: [past], more: refusal('mis.reserve.already-booked') });
  await userEvent.click(await keep());
  await screen.findByRole('link', { name: 'Keep the old booking' });
  expect(screen.queryByRole('link', { name: 'Cancel the old booking' })).toBe(null);
  expect(screen.queryByRole('link', { name: 'Move the old booking' })).toBe(null);
});
