import type { Answer } from '../scenarios/witness.ts';

/** The headers that the vendor prints beside its 204. */
export const noContent: Answer = {
  status: 204,
  headers: {
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '1; mode=block',
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'x-frame-options': 'DENY',
  },
};

/** No body of an error is documented: only its status. */
const bare = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { status }]));

/** A made thing that is not ready yet. */
const pending = { '202': { status: 202 } };
const undocumented = { 'unknown-code': { status: 409, body: { message: 'Appointment request is locked' } } };

export const issueAnswers = {
  '400': { status: 400, body: { error: 'invalid_request' } },
  '401': { status: 401, body: { error: 'invalid_client' } },
} as const;

export const requestTimesAnswers = { ...bare(401, 404, 422, 500, 502), ...undocumented };
export const pollRequestAnswers = { ...bare(401, 404, 500), ...pending, ...undocumented };
export const cancelRequestAnswers = { ...bare(401, 404, 500), ...undocumented };
export const bookTimeAnswers = { ...bare(401, 404, 422, 500, 502), ...undocumented };
export const pollAppointmentAnswers = { ...bare(401, 404, 422, 500), ...pending, ...undocumented };
