import { clinicId } from './fake-bookings.ts';
import type { Subject } from '#server/session/subject.ts';

/** Invented people have a policy and a birth date. */
type Invented = Subject & { readonly self: { readonly birthDate: string; readonly policy: string } };

/** Somebody invented, as the identity provider would tell of them. */
const invented = (sub: string, name: string, birthDate: string, policy: string): Invented => ({
  sub,
  role: 'patient',
  self: { name, birthDate, policy },
  children: [],
  inHand: null,
  clinic: null,
  loopPatientId: null,
  connectOrders: [],
  world: null,
  idToken: `id-token-of-${sub}`,
});

/** A patient who has something everywhere. */
export const anna: Invented = {
  ...invented('1000000001', 'Анна Соколова', '1984-03-14', '5000000000000001'),
  loopPatientId: 'loop-anna',
  connectOrders: [7001],
};
/** Another patient, and a stranger to Anna. */
export const boris: Invented = {
  ...invented('1000000002', 'Борис Лебедев', '1975-07-01', '5000000000000002'),
  loopPatientId: 'loop-boris',
  connectOrders: [7002],
};
/** A mother of two. */
export const maria: Invented = {
  ...invented('1000000003', 'Мария Орлова', '1988-11-30', '5000000000000003'),
  children: [
    { name: 'Тимофей Орлов', birthDate: '2017-05-01', policy: '5000000000000004' },
    { name: 'Вера Орлова', birthDate: '2010-05-01', policy: '5000000000000005' },
  ],
};
export const irina: Invented = {
  ...invented('1000000008', 'Ирина Белова', '1990-09-09', '5000000000000008'),
  role: 'registrar',
  clinic: clinicId,
};
