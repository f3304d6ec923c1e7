import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ClinicVisit } from '#contract/booking.ts';
import type { Session } from '#contract/session.ts';
import type { Clinic } from '#contract/slot.ts';
import { clinicVisit } from '#contract/testing/sample-bookings.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { BookingScreen } from './booking-screen.tsx';

const visit = clinicVisit({
  place: {
    clinicId: 'c1',
    name: 'Поликлиника № 1',
    address: 'ул. Садовая, д. 12',
    phone: '8 (495) 000-10-01',
  },
  ticketNumber: '008',
  room: '202',
  floor: 2,
});

const everyDay = (hours: string | null): NonNullable<Clinic['worktimes']> => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});
const clinic: Clinic = {
  id: 'c1',
  name: 'Поликлиника № 1',
  address: 'ул. Садовая, д. 12',
  phone: '8 (495) 000-10-01',
  forChildren: false,
  online: true,
  statusSince: null,
  worktimes: everyDay('8:00 - 18:00'),
};

interface Shown {
  readonly booking?: ClinicVisit;
  /** null: the clinics do not answer. */
  readonly clinic?: Clinic | null;
  /** 21 November 2026 is a Saturday. */
  readonly now?: string;
  readonly session?: Partial<Extract<Session, { authenticated: true }>>;
  readonly calendarFailed?: boolean;
}

async function show({
  booking = visit,
  clinic: there = clinic,
  now,
  session,
  calendarFailed = false,
}: Shown = {}) {
  await showScreen(
    <BookingScreen
      source="clinic-visits"
      id="a1"
      person={booking.person}
      justBooked={false}
      calendarFailed={calendarFailed}
    />,
    {
      answers: {
        '/api/session': { body: signedIn({ ...(now ? { now } : {}), ...session }) },
        [`/api/bookings/clinic-visits/a1?person=${booking.person}`]: { body: booking },
        [`/api/clinics?person=${booking.person}`]: there
          ? { body: { clinics: [{ ...there, id: 'c0', name: 'Другая' }, there] } }
          : { body: {}, status: 503 },
      },
    },
  );
  await screen.findByText('008');
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('how long until then', () => {
  test.each([
    ['2026-11-20T09:00:00.000Z', 'In 3 days, at 10:20'],
    ['2026-11-22T20:59:00.000Z', 'Tomorrow at 10:20'],
    ['2026-11-22T21:00:00.000Z', 'Today at 10:20'],
  ])('at %s: %s', async (now, said) => {
    await show({ now });
    expect(screen.getByText(said)).toBeDefined();
  });

  test('is not said once it is over or off', async () => {
    await show({ booking: { ...visit, status: { kind: 'cancelled', at: null } } });
    expect(screen.queryByText(/at 10:20$/)).toBeNull();
  });
});

describe('the clinic', () => {
  test.each([
    ['2026-11-21T09:00:00.000Z', everyDay('8:00 - 18:00'), 'Open now, until 18:00'],
    ['2026-11-21T15:00:00.000Z', everyDay('8:00 - 18:00'), 'Closed now. Opens tomorrow at 08:00'],
    ['2026-11-21T04:00:00.000Z', everyDay('8:00 - 18:00'), 'Closed now. Opens today at 08:00'],
    [
      '2026-11-21T09:00:00.000Z',
      { ...everyDay(null), monday: '8:00 - 18:00' },
      /^Closed now\. Opens Monday,? 23 November, 08:00$/,
    ],
    ['2026-11-21T09:00:00.000Z', everyDay(null), 'Closed now'],
    ['2026-11-21T09:00:00.000Z', everyDay('0:00 - 24:00'), 'Always open'],
    ['2026-11-21T09:00:00.000Z', everyDay('по записи'), 'Today: по записи'],
  ])('at %s', async (now, worktimes, said) => {
    await show({ now, clinic: { ...clinic, worktimes } });
    expect(await screen.findByText(said)).toBeDefined();
  });

  test('has its hours of the whole week as it writes them', async () => {
    await show({ clinic: { ...clinic, worktimes: { ...everyDay('8-18'), sunday: null } } });
    const week = (await screen.findByText('Hours for the whole week')).closest('details');
    expect(within(week ?? document.body).getAllByText('8-18')).toHaveLength(6);
    expect(within(week ?? document.body).getByText('Sunday').nextSibling?.textContent).toBe('closed');
  });

  test('says nothing of now where its clock is not known', async () => {
    const statusSince = { at: '2026-07-01T00:00:00.000Z', offset: '+04:00' };
    await show({ clinic: { ...clinic, statusSince } });
    await screen.findByText('Hours for the whole week');
    expect(screen.queryByText(/Open now|Closed now/)).toBeNull();
  });

  test('that is offline says since when, by its own clock, and whom to call', async () => {
    const statusSince = { at: '2026-11-20T22:30:00.000Z', offset: '+03:00' };
    await show({ clinic: { ...clinic, online: false, statusSince } });
    const since = await screen.findByText(/reachable over the internet since 21 November 2026, 01:30/);
    expect(since.parentElement?.textContent).toContain('8 (495) 000-10-01');
  });

  test('that cannot be asked takes nothing away from the booking', async () => {
    await show({ clinic: null });
    expect(screen.getByText('ул. Садовая, д. 12')).toBeDefined();
    expect(screen.queryByText('Hours for the whole week')).toBeNull();
  });

  test('is found on a map that learns its address and no more', async () => {
    await show();
    const map = screen.getByRole('link', { name: 'Show on a map' });
    expect(map.getAttribute('href')).toMatch(/^https:\/\/www\.openstreetmap\.org\/search\?query=[^&]+$/);
    expect(map.getAttribute('rel')).toContain('noreferrer');
  });
});

test('nobody is shown the way to what is over', async () => {
  await show({ now: '2026-11-23T07:20:00.000Z' });
  expect(screen.getByRole('heading', { name: 'Clinic' })).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'How to get there' })).toBeNull();
});

describe('what to bring', () => {
  const things = () =>
    within(screen.getByRole('heading', { name: 'What to bring' }).parentElement ?? document.body)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  test('is advice for an adult', async () => {
    await show();
    expect(things()).toEqual([
      'A passport or another ID with a photo',
      'The health insurance policy',
      'The ticket number, on a screen or on paper',
    ]);
  });

  test('is other advice for a child', async () => {
    const people = [
      { ref: 'child-1', relation: 'child' as const, name: 'Тимофей Орлов', birthDate: '2017-05-01' },
    ];
    await show({ booking: { ...visit, person: 'child-1' }, session: { people } });
    expect(things()).toContain('The child’s birth certificate or passport');
    expect(things()).toContain('An ID of the adult who will be with the child');
  });

  test('is nothing any more once it is over', async () => {
    await show({ now: '2026-11-23T07:20:00.000Z' });
    expect(screen.queryByRole('heading', { name: 'What to bring' })).toBeNull();
  });
});

describe('a calendar', () => {
  const file = '/api/bookings/clinic-visits/a1/calendar.ics?person=self&language=en';

  test('is offered the booking', async () => {
    await show();
    expect(screen.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')).toBe(file);
  });

  test('is offered to forget one that was cancelled', async () => {
    await show({ booking: { ...visit, status: { kind: 'cancelled', at: null } } });
    expect(screen.getByRole('link', { name: 'Remove from calendar' }).getAttribute('href')).toBe(file);
  });

  test('is offered nothing that is over', async () => {
    await show({ now: '2026-11-24T09:00:00.000Z' });
    expect(screen.queryByRole('link', { name: /calendar/ })).toBeNull();
  });

  test('that could not be served is told of', async () => {
    await show({ calendarFailed: true });
    expect(screen.getByRole('status').textContent).toContain('That did not get into the calendar');
  });
});

describe('on paper', () => {
  const code = () => screen.queryByRole('img', { name: 'QR code with the address of this booking' });
  /** The sheet's own code comes after the page. */
  const print = () =>
    waitFor(() => {
      fireEvent(window, new Event('beforeprint'));
      expect(code()).not.toBeNull();
    });

  test('there is a sheet with a code while it is printed, and only then', async () => {
    await show();
    expect(code()).toBeNull();
    await print();
    expect(screen.getAllByText('008')).toHaveLength(2);
    fireEvent(window, new Event('afterprint'));
    expect(code()).toBeNull();
  });

  test('the button prints a page', async () => {
    const printed = vi.fn();
    vi.stubGlobal('print', printed);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(printed).toHaveBeenCalledOnce();
    await print();
    expect(code()?.closest('[class*="slip"]')).toBeNull();
  });

  test('the desk can have a slip, and the next print is a page again', async () => {
    vi.stubGlobal('print', vi.fn());
    await show({ session: { role: 'registrar' } });
    fireEvent.click(screen.getByRole('button', { name: 'Print as a slip' }));
    await print();
    expect(code()?.closest('[class*="slip"]')).not.toBeNull();
    fireEvent(window, new Event('afterprint'));
    await print();
    expect(code()?.closest('[class*="slip"]')).toBeNull();
  });

  test('what was cancelled is not offered', async () => {
    await show({ booking: { ...visit, status: { kind: 'cancelled', at: null } } });
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  });

  test('a patient, who has no printer for slips, is not asked', async () => {
    await show();
    expect(screen.queryByRole('button', { name: 'Print as a slip' })).toBeNull();
  });
});
