import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clinicGuid } from '../store/seed-region.ts';
import { person } from '../testing/mis-desk.ts';
import { openSandbox, type OpenSandbox, type World } from '../testing/open-sandbox.ts';

let sandbox: OpenSandbox;
let world: World;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  world = sandbox.freshWorld();
});

const token = async (clinic: string, kind = 'lpu') => {
  const { policy, birthDate } = person('anna');
  const query = new URLSearchParams({ Birthday: birthDate, n_pol: policy, lpuGuid: clinic });
  return (await world.ask<{ token: string }>('GET', `/mis/auth/${kind}/token?${query.toString()}`)).body
    .token;
};
const wish = (clinic: number, more: object = {}) => ({
  lpuGuid: clinicGuid(clinic),
  specialityCode: '11',
  phone: '+79000000000',
  dateStart: '2026-11-24T00:00:00',
  timeEnd: '23:59',
  isAgree: 1,
  ...more,
});
const ask = async (body: object, given?: string) =>
  world.ask<{ message_code?: string }>('POST', '/mis/api/v3/waitinglist', {
    token: given ?? (await token(clinicGuid(1))),
    body,
  });
const listed = () =>
  world.rows(
    `select speciality, phone, day_to - day_from as days, hour_from, hour_to from waiting_list where world = $1`,
  );

test('a patient of the clinic who agrees is on the list, for 30 days unless they say', async () => {
  expect((await ask(wish(1))).status).toBe(200);
  expect(await listed()).toEqual([
    { speciality: '11', phone: '+79000000000', days: 30, hour_from: '00:00', hour_to: '23:59' },
  ]);
});

test.each([
  ['without consent', { isAgree: 0 }],
  ['without an answer about consent', { isAgree: undefined }],
  ['with the hours as the document leaves them', { timeEnd: undefined }],
  ['until a day before the first', { dateEnd: '2026-11-20T00:00:00' }],
  ['without a speciality', { specialityCode: '' }],
])('nobody is on the list %s', async (_, more) => {
  expect((await ask(wish(1, more))).status).toBe(400);
  expect(await listed()).toEqual([]);
});

test.each(['cod', 'rpgu'])('a %s token is not the clinic’s', async (kind) => {
  const { status, body } = await ask(wish(1), await token(clinicGuid(1), kind));
  expect([status, body.message_code]).toEqual([403, '5008']);
});

test('a token of one clinic does not open another one’s list', async () => {
  const { status, body } = await ask(wish(2));
  expect([status, body.message_code]).toEqual([403, '5008']);
});

test('a clinic that is offline takes nobody', async () => {
  expect((await ask(wish(4), await token(clinicGuid(4)))).status).toBe(500);
  expect(await listed()).toEqual([]);
});
