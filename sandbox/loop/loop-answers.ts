import type { Answer } from '../scenarios/witness.ts';

/** The booking service's error, as its endpoints document it. */
export const refusal = (status: number, error: string, message: string): Answer => ({
  status,
  body: { error, message },
});

export const invalid = (message: string) => refusal(400, 'validation_error', message);

/** The identity service's error has another shape. */
const issueRefusal = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description },
});

export const issueAnswers = {
  '400': issueRefusal(400, 'invalid_request', 'grant_type'),
  '401': issueRefusal(401, 'invalid_client', 'unknown client'),
} as const;

/** What every endpoint may answer. */
export const commonAnswers = {
  '400': invalid('The request is not as described'),
  '401': refusal(401, 'invalid_token', 'The access token is invalid'),
  '403': refusal(403, 'forbidden', 'Wrong brand'),
  '500': refusal(500, 'internal', 'Internal error'),
} as const;

export const visitAnswers = {
  ...commonAnswers,
  '404': refusal(404, 'not_found', 'Visit not found'),
  'unknown-code': refusal(422, 'clinic_closed', 'The clinic does not take cancellations today'),
} as const;

export const cancelAnswers = {
  ...visitAnswers,
  '412': refusal(412, 'precondition_failed', 'Cannot cancel visit in current status'),
} as const;

export const rescheduleAnswers = {
  ...visitAnswers,
  '409': refusal(409, 'conflict', 'The new slot is already booked'),
  '412': refusal(412, 'precondition_failed', 'Cannot reschedule visit in current status'),
} as const;

export const bookAnswers = {
  ...commonAnswers,
  '404': refusal(404, 'not_found', 'Slot not found'),
  '409': refusal(409, 'conflict', 'The slot is already booked'),
} as const;
