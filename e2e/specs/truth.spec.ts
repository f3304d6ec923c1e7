import type { Language } from '../fixtures/words.ts';
import { expect, test } from '../fixtures/test.ts';

const therapist = /(Приём|Clinic visit).*терапевт/;

test('a double click sends one request', async ({ sandbox, signIn, bookings, cancelPage, words }) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.yes('clinic-visit').dblclick();
  await cancelPage.atOnce.dblclick();
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('Enter and a click at once send one request', async ({
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.yes('clinic-visit').click();
  const now = cancelPage.atOnce;
  await expect(now).toBeEnabled();
  await now.focus();
  const box = await now.boundingBox();
  if (!box) throw new Error('The button has no place');
  await Promise.all([
    page.keyboard.press('Enter'),
    page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
  ]);
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('two tabs cancel the same visit: the clinic is asked once, and both say what is true', async ({
  page,
  context,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await sandbox.play('mis.cancel-visit', 'slow');
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  const other = await context.newPage();
  await other.goto(page.url());
  const now = other.getByRole('button', { name: words('cancel.undo.now') });
  await other.getByRole('button', { name: words('cancel.yes.clinic-visit') }).click();
  await cancelPage.yes('clinic-visit').click();
  await expect(cancelPage.atOnce).toBeEnabled();
  await Promise.all([cancelPage.atOnce.click(), now.click()]);
  const cancelled = words('cancel.done.title.clinic-visit');
  await expect(cancelPage.title).toHaveText(cancelled);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(cancelled);
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('a reload while it is being cancelled shows how that stands, and then the truth by itself', async ({
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await sandbox.play('mis.cancel-visit', 'slow');
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.sending.clinic-visit'));
  await expect.poll(() => sandbox.requests('mis.cancel-visit')).toHaveLength(1);
  await page.reload();
  await expect(cancelPage.title).toHaveText(words('cancel.unknown.title.clinic-visit'));
  await expect(cancelPage.yes('clinic-visit')).toHaveCount(0);
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('who leaves while it is being cancelled reads in the list how it ended, until they have seen it', async ({
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await sandbox.play('loop.cancel', 'commit-later');
  await signIn('anna');
  await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
  await cancelPage.ask('visit');
  await cancelPage.now('visit');
  await expect(cancelPage.title).toHaveText(words('cancel.unknown.title.visit'));
  await page.getByRole('link', { name: words('cancel.toList') }).click();
  const news = page.getByRole('status').filter({ hasText: words('news.wait') });
  await expect(news).toContainText(words('news.open.cancel'));
  const told = page.getByText(words('news.confirmed.cancel'), { exact: true });
  await expect(told).toBeVisible({ timeout: 15_000 });
  await expect(news).toHaveCount(0);
  await page.getByRole('button', { name: words('news.gotIt') }).click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(bookings.tickets.first()).toBeVisible();
  await expect(told).toHaveCount(0);
  expect(await sandbox.requests('loop.cancel')).toHaveLength(1);
});

test('a click without a connection sends nothing, neither then nor once there is one again', async ({
  page,
  context,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
  await cancelPage.ask('visit');
  await page.getByRole('textbox').fill('Выздоровела');
  await context.setOffline(true);
  await cancelPage.yes('visit').click();
  await expect(cancelPage.main).toContainText(words('failures.portal.offline.body'));
  await context.setOffline(false);
  await page.getByRole('textbox').click();
  await expect(page.getByText(words('common.offline.title'))).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveValue('Выздоровела');
  expect(await sandbox.requests('loop.cancel')).toEqual([]);
  await cancelPage.now('visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.visit'));
  expect(await sandbox.requests('loop.cancel')).toHaveLength(1);
});

for (const language of ['ru', 'en'] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a reply that is lost after the clinic kept the time is found out: the time is offered to be booked', async ({
      sandbox,
      signIn,
      reservePage,
      words,
    }) => {
      await sandbox.play('mis.reserve', 'reset-after-commit');
      await signIn('pavel', '/reserve');
      await reservePage.chooseTherapist();
      await reservePage.keep();
      await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
      expect(await sandbox.requests('mis.reserve')).toHaveLength(1);
    });

    test('a reply that is lost after the clinic booked is told as the booking that it is', async ({
      page,
      sandbox,
      signIn,
      bookings,
      reservePage,
      words,
    }) => {
      await sandbox.play('mis.confirm', 'reset-after-commit');
      await signIn('pavel', '/reserve');
      await reservePage.chooseTherapist();
      await reservePage.keep();
      await reservePage.button('reserve.hold.confirm').click();
      await expect(reservePage.main).toContainText(words('booking.just.title'), { timeout: 12_000 });
      await page.goto('/');
      await expect(bookings.tickets).toHaveCount(1);
      expect(await sandbox.requests('mis.confirm')).toHaveLength(1);
    });

    test('a reply that is lost after the clinic cancelled is told as the success that it is', async ({
      sandbox,
      signIn,
      bookings,
      cancelPage,
      words,
    }) => {
      await sandbox.play('mis.cancel-visit', 'reset-after-commit');
      await signIn('anna');
      await bookings.ticket(therapist).first().click();
      await cancelPage.ask('clinic-visit');
      await cancelPage.now('clinic-visit');
      await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
      expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
    });
  });

test('a kept time is offered in the list, with until when', async ({
  page,
  signIn,
  bookings,
  reservePage,
  words,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.chooseTherapist();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  await page.goto('/');
  await expect(bookings.empty).toBeVisible();
  await page.getByRole('link', { name: words('news.held.open') }).click();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
});
