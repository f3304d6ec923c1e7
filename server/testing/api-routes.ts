import type { FastifyInstance } from 'fastify';
import { clinicId, doctorId, slotId } from './fake-bookings.ts';

export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As the server knows it. */
  readonly route: string;
  /** As somebody asks for it, for `person` and with `id`. */
  readonly url: (person: string, id: string) => string;
  /** What is sent along with a write. */
  readonly body?: (person: string) => object;
}

const route = (
  method: ApiRoute['method'],
  path: string,
  { query = '', body }: { query?: string; body?: ApiRoute['body'] } = {},
): ApiRoute => ({
  method,
  route: `/api${path}`,
  url: (person, id) =>
    `/api${path}`
      .replace(':clinicId', clinicId)
      .replace(':source', 'clinic-visits')
      .replace(':id', id)
      .concat(query.replace('{person}', person)),
  ...(body ? { body } : {}),
});

const whose = { query: '?person={person}' };
const days = 'from=2026-03-02&to=2026-03-16';
const ofPerson = (person: string) => ({ person });

/** Every route of the portal API that needs somebody; a test says that none is left out. */
export const apiRoutes: readonly ApiRoute[] = [
  route('GET', '/bookings/:source', whose),
  route('GET', '/bookings/:source/:id', whose),
  route('GET', '/bookings/:source/:id/calendar.ics', whose),
  route('POST', '/bookings/:source/:id/cancel', { body: ofPerson }),
  route('GET', '/bookings/visits/:id/times', whose),
  route('POST', '/bookings/visits/:id/move', { body: (person) => ({ person, timeId: 'time-2' }) }),
  route('GET', '/home-call-reasons'),
  route('GET', '/clinics', whose),
  route('GET', '/clinics/:clinicId/specialities', whose),
  route('GET', '/clinics/:clinicId/doctors', { query: '?person={person}&speciality=1' }),
  route('GET', '/specialities', whose),
  route('GET', '/earliest', { query: '?person={person}&speciality=1' }),
  route('GET', '/slots', { query: `?person={person}&clinic=${clinicId}&doctor=${doctorId}&${days}` }),
  route('GET', '/holds/current', whose),
  route('POST', '/holds', { body: (person) => ({ person, clinicId, doctorId, slotId }) }),
  route('POST', '/holds/:id/confirm'),
  route('DELETE', '/holds/:id'),
  route('GET', '/orders', whose),
  route('POST', '/waiting', {
    body: (person) => ({
      person,
      clinicId,
      specialityId: '27',
      doctorId: null,
      phone: '+7 900 000-00-00',
      from: '2026-03-10',
      to: '2026-04-10',
      part: 'any',
      consent: true,
    }),
  }),
  route('POST', '/requests', {
    body: (person) => ({ person, orderId: 7001, dateFrom: '2026-03-10' }),
  }),
  route('POST', '/requests/:id/book', { body: (person) => ({ person, timeId: 'time-1' }) }),
  route('GET', '/operations', whose),
  route('GET', '/operations/:id'),
  route('POST', '/operations/:id/undo'),
  route('POST', '/operations/:id/send'),
  route('POST', '/operations/:id/seen'),
  route('GET', '/events'),
  route('POST', '/session/stay'),
  route('POST', '/session/draft', { body: () => ({ address: '/desk' }) }),
  route('POST', '/desk/patient', { body: () => ({ policy: '5000000000000001', birthDate: '1984-03-14' }) }),
  route('DELETE', '/desk/patient', whose),
  route('POST', '/desk/orders', { body: (person) => ({ person, orderId: 7001 }) }),
];

/** `METHOD /route` of everything below `/api` that the server answers. */
export function answeredRoutes(app: FastifyInstance): string[] {
  const stack: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*[├└]── )(\S*)(?: \((.*)\))?$/.exec(line);
      if (!found) return [];
      const [, indent = '', part = '', methods = ''] = found;
      const depth = indent.length / 4 - 1;
      stack.splice(depth, Infinity, part);
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${stack.join('')}`);
    })
    .filter((known) => / \/api\//.test(known) && !known.endsWith('/api/*'));
}
