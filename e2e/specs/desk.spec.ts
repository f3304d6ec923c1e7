import { expect, test } from '../fixtures/test.ts';

test('a registrar finds a patient, and cancels for them in the own name', async ({
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('irina', '/desk');
  await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: words('desk.inHand.bookings') })
    .click();
  await bookings.ticket(/^Приём.*терапевт/).click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.yes('clinic-visit').click();
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  const [request] = await sandbox.requests('mis.cancel-visit');
  expect(request?.query).toMatchObject({ externalUserId: expect.stringMatching(/^1000000008/) });
});

test('a wrong policy number is said beside its field, and what was typed stays', async ({
  page,
  signIn,
  words,
}) => {
  await signIn('irina', '/desk');
  const policy = page.getByLabel(words('desk.policy.label'));
  await policy.fill('123');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await expect(page.getByRole('main')).toContainText(words('desk.policy.digits'));
  await expect(policy).toHaveValue('123');
  await policy.fill('5999999999999999');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await expect(page.getByRole('main')).toContainText(words('failures.portal.no-such-patient.title'));
});

test('no address of ours holds a policy number or a birth date', async ({ page, signIn, words }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn('irina', '/desk');
  await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: words('desk.inHand.bookings') })
    .click();
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
  expect(addresses.join('\n')).not.toMatch(/5000000000000001|1984-03-14/);
});
