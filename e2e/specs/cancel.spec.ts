import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

/** Anna's visit to the therapist: the home call names the same speciality. */
const therapist = /^Приём.*терапевт/;

test('a clinic visit is cancelled, and stays visible as cancelled', async ({
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
  page,
}) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  await expect(cancelPage.main).toContainText('Кузнецова');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  const [request, ...more] = await sandbox.requests('mis.cancel-visit');
  expect(more).toEqual([]);
  expect(request?.method).toBe('DELETE');
  expect(request?.query).toHaveProperty('ticketGuid');
  await page.goto('/?view=cancelled');
  await expect(bookings.ticket(therapist)).toHaveCount(1);
  await expect(page.getByText(/^Отменено вами: /)).toHaveCount(1);
});

test('a visit that the registry made is cancelled in the name of the signed-in person', async ({
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(/офтальмолог/i).click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  // The first answer is 4086, which was not executed: only then is it said who asks.
  const requests = await sandbox.requests('mis.cancel-visit');
  expect(requests).toHaveLength(2);
  expect(requests.at(-1)?.query).toMatchObject({ externalUserId: expect.stringMatching(/^1000000001/) });
});

test('a visit of a check-up is cancelled as a step of it, after a plain warning', async ({
  sandbox,
  page,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('viktor');
  await bookings.ticket(/кардиолог/i).click();
  await cancelPage.ask('clinic-visit');
  const consent = page.getByRole('checkbox', { name: words('cancel.checkUp.consent') });
  await consent.check();
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  const requests = await sandbox.requests('mis.cancel-visit');
  expect(requests.at(-1)?.query).toHaveProperty('examGuid');
});

test('a visit that belongs to a home call leads to the home calls, where it can be cancelled', async ({
  page,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('viktor');
  await bookings.ticket(therapist).click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('failures.mis.cancel-visit.linked-home-call.title'));
  await page.getByRole('link', { name: words('next.open-home-call') }).click();
  await expect(bookings.ofKind('home-call')).toHaveCount(2);
  await expect(bookings.tickets).toHaveCount(2);
});

test('a home call asks for the reason, and for its text when it is another one', async ({
  sandbox,
  page,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(new RegExp(words('common.kind.home-call'))).click();
  await cancelPage.ask('home-call');
  await page.getByRole('radio', { name: 'Другая причина' }).check();
  await cancelPage.yes('home-call').click();
  await expect(cancelPage.main).toContainText(words('cancel.reason.required'));
  await page.getByLabel(words('cancel.reason.text.label')).fill('Уехали на дачу');
  await cancelPage.now('home-call');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.home-call'));
  const [request] = await sandbox.requests('mis.cancel-call');
  expect(request?.body).toEqual({ ReasonCode: 6, Reason: 'Уехали на дачу' });
  expect(request?.headers).toMatchObject({ 'content-type': 'application/json' });
});

test('a request is asked for, its times are offered, and it is cancelled', async ({
  sandbox,
  page,
  signIn,
  cancelPage,
  words,
}) => {
  await signIn('anna', '/requests/new');
  await page.getByRole('main').getByRole('combobox').selectOption('7001');
  await page.getByRole('button', { name: words('requests.submit') }).click();
  await expect(page).toHaveURL(/\/bookings\/requests\//);
  await cancelPage.ask('appointment-request');
  await cancelPage.now('appointment-request');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.appointment-request'));
  const [request] = await sandbox.requests('connect.cancel-request');
  expect(request?.headers).toMatchObject({ 'x-api-version': '7' });
  expect(Object.keys(Object(request?.body))).toEqual(['appointmentRequestId']);
});

test('a visit of Loop is cancelled, with the reason where one is given', async ({
  sandbox,
  page,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
  await cancelPage.ask('visit');
  await page.getByRole('textbox').fill('Выздоровела');
  await cancelPage.now('visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.visit'));
  const [request] = await sandbox.requests('loop.cancel');
  expect(request?.body).toEqual({ reason: 'Выздоровела' });
});

test('a clinic that does not answer is neither a success nor a failure', async ({
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await sandbox.play('mis.cancel-visit', 'reset', 2);
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.unknown.title.clinic-visit'));
});

test('a visit is cancelled by keyboard alone', async ({ page, signIn, bookings, cancelPage, words }) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  const link = bookings.ticket(therapist).first();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: words('booking.cancel.clinic-visit') }));
  await page.keyboard.press('Enter');
  await expect(cancelPage.title).toHaveText(words('cancel.title.clinic-visit'));
  await expect(cancelPage.title).toBeFocused();
  await tabTo(page, cancelPage.yes('clinic-visit'));
  await page.keyboard.press('Enter');
  await expect(cancelPage.title).toBeFocused();
  await expect(cancelPage.atOnce).toBeEnabled();
  await tabTo(page, cancelPage.atOnce);
  await page.keyboard.press('Enter');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  await expect(cancelPage.title).toBeFocused();
});

async function tabTo(page: Page, target: Locator) {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not get there');
}
