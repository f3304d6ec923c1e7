import type { Walk } from './recorded-talon.ts';

/** Signing in, being somebody, and signing out. */
export const signInAndOut: Walk = async (talon) => {
  const nobody = talon.stranger();
  await nobody.get('/api/session');
  await nobody.get('/auth/callback?error=access_denied&state=nobody-s');
  for (const path of ['/healthz', '/readyz', '/metrics']) await nobody.get(path);
  const { browser } = await talon.enter('maria');
  await browser.get('/api/session');
  await browser.listen();
  await browser.write('POST', '/api/session/stay');
  await browser.write('POST', '/api/session/draft', { address: '/requests/new' });
  await browser.write('POST', '/auth/login', { returnTo: '/requests/new', draft: null });
  await browser.write('POST', '/auth/logout');
};

/** A registrar finds a patient, names an order, and finishes. */
export const desk: Walk = async (talon) => {
  const { world, browser } = await talon.enter('irina');
  const patient = { policy: '5000000000000007', birthDate: '1948-01-09' };
  await browser.write('POST', '/api/desk/orders', { person: 'nobody', orderId: 7001 });
  await browser.write('POST', '/api/desk/patient', { ...patient, policy: '5000000000000099' });
  await world.play('mis.token', 'down', 9);
  await browser.write('POST', '/api/desk/patient', patient);
  await world.rest();
  await browser.write('POST', '/api/desk/patient', patient);
  const person = await browser.person();
  await browser.write('POST', '/api/desk/orders', { person, orderId: 7001 });
  await browser.get(`/api/orders?person=${person}`);
  const [visit] = (await browser.bookings('clinic-visits', person)).filter(({ can }) => can.cancel.allowed);
  if (visit) await browser.cancel(visit);
  for (const asked of ['', '?person=nobody', `?person=${person}`])
    await browser.write('DELETE', `/api/desk/patient${asked}`);
};
