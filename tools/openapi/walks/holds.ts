import { randomUUID } from 'node:crypto';
import { clinics, doctors, slots, specialities, type Slot } from '#contract/slot.ts';
import { tokenRefusals, tokenRunOut } from './clinic-visits.ts';
import { operationIn, type PortalBrowser, type PortalReply } from './portal-browser.ts';
import type { Walk } from './recorded-talon.ts';
import type { SandboxWorld } from './sandbox-world.ts';

const refusals = [
  '4036',
  '4005',
  '4007-ban',
  '4007-register',
  '4008',
  '4009',
  '4029',
  ...tokenRefusals,
] as const;

/** All slots of the first doctor of a speciality, as a person comes to them. */
async function slotsOf(
  browser: PortalBrowser,
  clinicIndex: number,
  speciality: string,
): Promise<readonly Slot[]> {
  const listed = clinics.parse((await browser.get('/api/clinics?person=self')).body).clinics;
  const id = listed[clinicIndex]?.id ?? '';
  const offered = await browser.get(`/api/clinics/${id}/specialities?person=self`);
  const wanted = specialities.parse(offered.body).specialities.find(({ name }) => name === speciality);
  const found = await browser.get(`/api/clinics/${id}/doctors?person=self&speciality=${wanted?.id}`);
  const doctor = doctors.parse(found.body).doctors[0]?.id;
  const days = 'from=2026-11-24&to=2026-12-04';
  const reply = await browser.get(`/api/slots?person=self&clinic=${id}&doctor=${doctor}&${days}`);
  return slots.parse(reply.body).slots;
}

const inputOf = ({ id, clinicId, doctorId }: Slot) => ({ person: 'self', clinicId, doctorId, slotId: id });

const oneThatIs = (availability: Slot['availability'], among: readonly Slot[]): Slot => {
  const found = among.find((slot) => slot.availability === availability);
  if (!found) throw new Error(`no slot is ${availability}`);
  return found;
};

const hold = (browser: PortalBrowser, slot: Slot, key?: string): Promise<PortalReply> =>
  browser.keyed('POST', '/api/holds', { body: inputOf(slot), ...(key ? { key } : {}) });

const heldIn = (reply: PortalReply): string => {
  const id = operationIn(reply).hold?.id;
  if (!id) throw new Error('nothing is held');
  return id;
};

/** Nothing leaves Talon: the patient's token has run out, and there is no new one. */
async function withoutToken(world: SandboxWorld, operation: string, write: () => Promise<unknown>) {
  await world.play(operation, tokenRunOut);
  await world.play('mis.token', 'down', 9);
  await write();
  await world.rest();
}

/** A time is looked for, kept and confirmed, and every refusal of a reservation is met on the way. */
export const reserveAndConfirm: Walk = async (talon) => {
  const { world, browser } = await talon.enter('pavel');
  const times = await slotsOf(browser, 0, 'Терапевт');
  const free = oneThatIs('free', times);
  await hold(browser, oneThatIs('no-right', times));
  await hold(browser, { ...free, id: randomUUID() });
  for (const answer of refusals) {
    await world.play('mis.reserve', answer);
    await hold(browser, free);
  }
  await world.play('mis.reserve', tokenRunOut);
  const key = randomUUID();
  const held = heldIn(await hold(browser, free, key));
  await hold(browser, { ...free, doctorId: randomUUID() }, key);
  await browser.get('/api/holds/current?person=self');

  const confirm = `/api/holds/${held}/confirm`;
  for (const answer of refusals) {
    await world.play('mis.confirm', answer);
    await browser.keyed('POST', confirm);
  }
  await withoutToken(world, 'mis.confirm', () => browser.keyed('POST', confirm));
  await browser.write('POST', confirm);
  await browser.keyed('POST', confirm, { key });
  await world.play('mis.confirm', tokenRunOut);
  await browser.keyed('POST', confirm);
  await browser.get('/api/holds/current?person=self');
  await browser.bookings('clinic-visits');
};

/** A kept time is given back; clinics fall silent. */
export const releaseAndSilence: Walk = async (talon) => {
  const { world, browser } = await talon.enter('pavel');
  const cardiologist = oneThatIs('free', await slotsOf(browser, 0, 'Кардиолог'));
  const key = randomUUID();
  const release = `/api/holds/${heldIn(await hold(browser, cardiologist, key))}`;
  await world.play('mis.cancel-visit', '4010');
  await browser.keyed('DELETE', release);
  await withoutToken(world, 'mis.cancel-visit', () => browser.keyed('DELETE', release));
  await browser.write('DELETE', release);
  await browser.keyed('DELETE', release, { key });
  await browser.keyed('DELETE', release);
  const silent = `/api/holds/${heldIn(await hold(browser, cardiologist))}`;
  await world.play('mis.cancel-visit', 'reset');
  const unsettled = operationIn(await browser.keyed('DELETE', silent));

  const eyes = await slotsOf(browser, 0, 'Офтальмолог');
  await world.play('mis.reserve', 'offline');
  await hold(browser, oneThatIs('free', eyes));
  const kept = heldIn(await hold(browser, oneThatIs('free', eyes.slice(2))));
  await world.play('mis.confirm', 'offline');
  await browser.keyed('POST', `/api/holds/${kept}/confirm`);

  await browser.get('/api/operations?person=self');
  await browser.get(`/api/operations/${unsettled.id}`);
  await browser.write('POST', `/api/operations/${unsettled.id}/seen`);
  const offline = 'c1000000-0000-4000-8000-000000000004';
  const { doctorId: doctor } = cardiologist;
  await browser.get(`/api/clinics/${offline}/specialities?person=self`);
  await browser.get(`/api/clinics/${offline}/doctors?person=self&speciality=27`);
  await browser.get(
    `/api/slots?person=self&clinic=${offline}&doctor=${doctor}&from=2026-11-24&to=2026-11-25`,
  );
  await hold(browser, { ...cardiologist, clinicId: offline });
};

/** The schedule cannot be read. */
export const scheduleDown: Walk = async (talon) => {
  const { world, browser } = await talon.enter('pavel');
  const [slot] = await slotsOf(browser, 0, 'Терапевт');
  if (!slot) throw new Error('a therapist has slots');
  await browser.get('/api/specialities?person=self');
  await browser.get(`/api/earliest?person=self&speciality=${encodeURIComponent('терапевт')}`);
  const { clinicId } = slot;
  for (const [operation, path] of [
    ['mis.lpu', '/api/clinics?person=self'],
    ['mis.lpu', '/api/specialities?person=self'],
    ['mis.lpu', '/api/earliest?person=self&name=ab'],
    ['mis.schedule', '/api/specialities?person=self'],
    ['mis.schedule', `/api/earliest?person=self&clinic=${clinicId}`],
    ['mis.schedule', `/api/clinics/${clinicId}/specialities?person=self`],
    ['mis.schedule', `/api/clinics/${clinicId}/doctors?person=self&speciality=27`],
    ['mis.list-visits', `/api/bookings/clinic-visits/${randomUUID()}?person=self`],
  ] as const) {
    await world.play(operation, 'down', 9);
    await browser.get(path);
    await world.rest();
  }
  await world.play('mis.list-visits', 'down', 9);
  await browser.keyed('POST', `/api/bookings/clinic-visits/${randomUUID()}/cancel`, {
    body: { person: 'self' },
  });
};
