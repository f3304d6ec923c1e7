import { randomUUID } from 'node:crypto';
import { clinics } from '#contract/slot.ts';
import { tokenRefusals, tokenRunOut } from './clinic-visits.ts';
import type { Walk } from './recorded-talon.ts';

/** A place on a waiting list, and every answer on the way to it. */
export const joinWaitingList: Walk = async (talon) => {
  const { world, browser } = await talon.enter('pavel');
  const listed = clinics.parse((await browser.get('/api/clinics?person=self')).body).clinics;
  const wish = {
    person: 'self',
    clinicId: listed[0]?.id ?? '',
    specialityId: '11',
    doctorId: null,
    phone: '+7 900 000-00-00',
    from: '2026-11-24',
    to: '2026-12-24',
    part: 'any',
    consent: true,
  };
  const ask = (more: object = {}, key: string = randomUUID()) =>
    browser.keyed('POST', '/api/waiting', { body: { ...wish, ...more }, key });
  await world.play('mis.token', 'down', 9);
  await ask();
  await world.rest();
  for (const answer of ['no-consent', 'offline', ...tokenRefusals]) {
    await world.play('mis.wait', answer);
    await ask({ specialityId: answer });
  }
  await world.play('mis.wait', tokenRunOut);
  const key = randomUUID();
  await ask({}, key);
  await ask({ phone: '+7 900 000-00-01' }, key);
};
