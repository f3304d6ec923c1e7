import type { Source } from '#contract/booking.ts';

type Search = Readonly<Record<string, string | undefined>>;

/** An address with what is known of its search; what is not given is left out. */
function address(path: string, search: Search = {}): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

const booking = ({ source, id }: { source: Source; id: string }) =>
  `/bookings/${source}/${encodeURIComponent(id)}`;

/** Every screen's address: `path` is the pattern for the router, `to` makes a link. */
export const paths = {
  bookings: {
    path: '/',
    to: (
      search: { view?: 'past' | 'cancelled' | undefined } & Partial<
        Record<'person' | 'kind' | 'clinic' | 'speciality' | 'doctor', string | undefined>
      > = {},
    ) => address('/', search),
  },
  booking: {
    path: '/bookings/:source/:id',
    to: ({
      person,
      just,
      ...which
    }: {
      source: Source;
      id: string;
      person: string;
      /** It has only now come to be, or was all but cancelled: says so. */
      just?: 'booked' | 'kept' | undefined;
    }) => address(booking(which), { person, just }),
  },
  cancel: {
    path: '/bookings/:source/:id/cancel',
    to: ({
      person,
      as,
      ...which
    }: {
      source: Source;
      id: string;
      person: string;
      /** As a step of a check-up: asks for the consent to that. */
      as?: 'check-up' | undefined;
    }) => address(`${booking(which)}/cancel`, { person, as }),
  },
  move: {
    path: '/bookings/:source/:id/move',
    to: ({
      source,
      id,
      person,
      to,
      day,
    }: {
      source: Source;
      id: string;
      person: string;
      /** The wanted time, and its day: enough to take a move up again. */
      to?: string | undefined;
      day?: string | undefined;
    }) => address(`${booking({ source, id })}/move`, { person, to, day }),
  },
  reserve: {
    path: '/reserve',
    to: (
      search: Partial<
        Record<
          'person' | 'clinic' | 'speciality' | 'doctor' | 'day' | 'view' | 'slot' | 'want' | 'name' | 'at',
          string | undefined
        >
      > & {
        /** The time of a visit that was cancelled only now: asked for as the same one again. */
        back?: '1' | undefined;
      } = {},
    ) => address('/reserve', search),
  },
  hold: {
    path: '/reserve/hold/:holdId',
    /**
     * With what was chosen on the way, so that another time can be chosen from there. `more`: more time is wished for. `again`: the
     * hold that keeps the same time once more.
     */
    to: ({
      holdId,
      ...chosen
    }: { holdId: string; person: string; more?: '1' | undefined; again?: string | undefined } & Partial<
      Record<'clinic' | 'speciality' | 'doctor' | 'day' | 'view', string | undefined>
    >) => address(`/reserve/hold/${encodeURIComponent(holdId)}`, chosen),
  },
  newRequest: {
    path: '/requests/new',
    to: (search: { person?: string | undefined } = {}) => address('/requests/new', search),
  },
  waiting: {
    path: '/waiting',
    to: (search: Partial<Record<'person' | 'clinic' | 'speciality' | 'doctor', string | undefined>>) =>
      address('/waiting', search),
  },
  desk: { path: '/desk', to: () => '/desk' },
  messageLab: { path: '/message-lab', to: () => '/message-lab' },
} as const;

/** Where the server begins a sign-in that comes back to `returnTo`, an address of ours. */
export const signInAddress = (returnTo: string) => `/auth/login?${new URLSearchParams({ return: returnTo })}`;
