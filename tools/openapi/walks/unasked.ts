import { randomUUID } from 'node:crypto';
import type { Walk } from './recorded-talon.ts';

const known = 'Birthday=1988-11-30&n_pol=5000000000000003';
const unknown = 'Birthday=1988-11-30&n_pol=5000000000000099';
const clinic = 'c1000000-0000-4000-8000-000000000001';
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** What the vendors promise to questions that Talon never comes to ask. */
export const unasked: Walk = async ({ world }) => {
  await world.ask('GET', `/mis/auth/rpgu/token?${unknown}`);
  await world.ask('GET', `/mis/auth/lpu/token?${unknown}&lpuGuid=${clinic}`);
  const { body } = await world.ask('GET', `/mis/auth/cod/token?${known}`);
  const token = typeof body === 'object' && body && 'token' in body ? String(body.token) : '';
  const authorization = `Bearer ${token}`;

  const lists = await world.ask('GET', `/mis/api/v2/iemk/doctors?lpuCode=${clinic}&departmentId=27&days=14`);
  const doctor = /"id":"([^"]+)"/.exec(JSON.stringify(lists.body))?.[1] ?? '';
  const schedule = await world.ask(
    'GET',
    `/mis/lpu/${clinic}/doctor/${doctor}/schedule/2026-11-24/2026-11-24`,
    {
      headers: { authorization },
    },
  );
  const cells = Array.isArray(schedule.body) ? schedule.body : [];
  const [registrys, free] = cells.map(({ timeTableGuid }) => String(timeTableGuid));
  const nowhere = randomUUID();

  const reserve = (timeTable: string | undefined, reserveTime: number, query = '') =>
    world.ask('POST', `/mis/visit/${clinic}/reservation${query}`, {
      headers: { ...json, authorization },
      body: JSON.stringify({ timeTable, ageCategory: 'ADULT', reserveTime }),
    });
  await reserve(nowhere, 10);
  await reserve(free, 0);
  await reserve(free, 10, '?fullResponse=false');
  for (const cell of [registrys, nowhere])
    await world.ask('POST', `/mis/api/v2/visit/${clinic}?timeTable=${cell}`, { headers: { authorization } });

  await world.ask('POST', '/connect/auth/realms/superloop/protocol/openid-connect/token', {
    headers: form,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'signed by nobody',
    }).toString(),
  });
  await world.ask('POST', '/loop/identity/v1/tokens', {
    headers: form,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'talon-portal',
      client_secret: 'guessed',
    }).toString(),
  });
};
