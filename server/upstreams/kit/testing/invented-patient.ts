import type { Patient } from '../patient.ts';

/** Nobody: for tests that need a person to call an upstream for. */
export const inventedPatient: Patient = {
  ref: 'me',
  policy: '5000000000000001',
  birthDate: '1991-03-14',
  externalUserId: 'esia-1000',
  actsForAnother: false,
  loopPatientId: 'pat-1',
  connectOrders: [7001],
  world: null,
};
