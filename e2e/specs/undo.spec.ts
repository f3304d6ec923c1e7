import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

const therapist = /(Приём|Clinic visit).*терапевт/;
const kind = 'clinic-visit';

test.beforeEach(async ({ signIn, bookings, cancelPage }) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask(kind);
});

test('nothing is sent within the undo delay, and then the server cancels it', async ({
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.title).toBeFocused();
  await expect(cancelPage.title).toContainText('20');
  await expect(cancelPage.main).toContainText(
    `Пока ничего не отправлено. Если передумали, нажмите «${words(`cancel.undo.keep.${kind}`)}»`,
  );
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await expect(cancelPage.title).toHaveText(words(`cancel.done.title.${kind}`), { timeout: 60_000 });
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('who thinks better of it keeps the booking, is told so, and nothing is sent', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await page.getByRole('button', { name: words(`cancel.undo.keep.${kind}`) }).click();
  await expect(page).toHaveURL(/\/bookings\/clinic-visits\/[^/]+\?person=self&just=kept$/);
  await expect(cancelPage.main.locator(':focus')).toContainText(words(`cancel.undo.kept.${kind}`));
  await expect(cancelPage.yes(kind)).toHaveCount(0);
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.goBack();
  await expect(cancelPage.title).toHaveText(words(`common.kind.${kind}`));
  await expect(cancelPage.main).not.toContainText(words(`cancel.undo.kept.${kind}`));
});

test('the page may be closed: it is cancelled all the same, and the next one says so', async ({
  page,
  context,
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  const next = await context.newPage();
  await page.close();
  await expect.poll(() => sandbox.requests('mis.cancel-visit'), { timeout: 60_000 }).toHaveLength(1);
  await next.goto('/');
  await expect(next.getByRole('status').getByText(words('news.confirmed.cancel'))).toBeVisible();
  await expect(next.getByRole('link', { name: therapist })).toHaveCount(0);
});

test('the list shows it counting down, and takes it back', async ({
  page,
  sandbox,
  bookings,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page.getByText(words('news.scheduled'))).toBeInViewport();
  await page.getByRole('button', { name: words(`cancel.undo.keep.${kind}`) }).click();
  await expect(page.getByText(words('news.scheduled'))).toHaveCount(0);
  await expect(bookings.ticket(therapist).first()).toBeVisible();
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask(kind);
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
});

test('a reload finds it counting, and Back and forward lead into no dead end', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  await page.reload();
  await expect(cancelPage.atOnce).toBeVisible();
  await page.goBack();
  await expect(cancelPage.title).toHaveText(words(`common.kind.${kind}`));
  await page.goForward();
  await page.getByRole('button', { name: words(`cancel.undo.keep.${kind}`) }).click();
  await expect(cancelPage.main).toContainText(words(`cancel.undo.kept.${kind}`));
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
});

test('without a connection undoing says that it did not work and that it will be sent', async ({
  page,
  context,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeEnabled();
  await context.setOffline(true);
  await page.getByRole('button', { name: words(`cancel.undo.keep.${kind}`) }).click();
  await expect(cancelPage.main).toContainText(words('cancel.undo.failed.title'));
  await context.setOffline(false);
  await page.getByRole('button', { name: words(`cancel.undo.keep.${kind}`) }).click();
  await expect(cancelPage.main).toContainText(words(`cancel.undo.kept.${kind}`));
});

test('another tab shows the same count, and hears how it ended', async ({
  page,
  context,
  sandbox,
  cancelPage,
  words,
}) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(words(`cancel.title.${kind}`));
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  await other.getByRole('button', { name: words(`cancel.yes.${kind}`) }).click();
  await other.getByRole('button', { name: words('cancel.undo.now') }).click();
  const done = words(`cancel.done.title.${kind}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(done);
  await expect(cancelPage.title).toHaveText(done);
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('is off for whoever prefers that, on this device and with nothing personal', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  const choice = page.getByRole('checkbox', { name: words('cancel.undo.choice') });
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await page.reload();
  await expect(choice).not.toBeChecked();
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual(
    expect.arrayContaining([['talon-undo', 'off']]),
  );
  await cancelPage.yes(kind).click();
  await expect(cancelPage.title).toHaveText(words(`cancel.done.title.${kind}`));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('a cancelled visit is taken back: the same time is kept and booked again', async ({
  page,
  sandbox,
  bookings,
  cancelPage,
  reservePage,
  words,
}) => {
  await cancelPage.now(kind);
  await page.getByRole('link', { name: words('cancel.takeBack') }).click();
  await expect(reservePage.title).toHaveText('Записаться снова на это время?');
  await expect(reservePage.main).toContainText('Кузнецова');
  await reservePage.button('reserve.check.back.hold').click();
  await reservePage.button('reserve.hold.confirm').click();
  await expect(page.getByText(words('booking.just.title'))).toBeVisible();
  const [lost] = await sandbox.requests('mis.cancel-visit');
  const [kept] = await sandbox.requests('mis.reserve');
  expect([lost, kept].every(Boolean)).toBe(true);
  await bookings.open();
  await expect(bookings.ticket(therapist)).toHaveCount(1);
});

test('a time that somebody else took meanwhile is not taken back, and that is said', async ({
  page,
  sandbox,
  cancelPage,
  reservePage,
  words,
}) => {
  await cancelPage.now(kind);
  await page.getByRole('link', { name: words('cancel.takeBack') }).click();
  await sandbox.play('mis.reserve', '4009');
  await reservePage.button('reserve.check.back.hold').click();
  await expect(reservePage.main).toContainText(words('failures.mis.reserve.taken.title'));
});

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    test('the page that waits has nothing that axe finds', async ({ page, cancelPage, expectAccessible }) => {
      await page.route(/\/api\/operations\/[^/]+$/, (route) => route.abort());
      await cancelPage.yes(kind).click();
      await expect(cancelPage.atOnce).toBeEnabled();
      await expectAccessible();
    });
  });
