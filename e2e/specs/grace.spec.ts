import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

const therapist = /(Приём|Clinic visit).*терапевт/;
const kind = 'clinic-visit';

test.beforeEach(async ({ signIn, bookings, cancelPage }) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await cancelPage.ask(kind);
});

test('nothing is sent for eight seconds, and then it is cancelled by itself', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await page.clock.install();
  await cancelPage.yes(kind).click();
  await expect(cancelPage.title).toBeFocused();
  await expect(cancelPage.title).toContainText('8');
  await page.clock.runFor(7_000);
  await expect(cancelPage.main).toContainText(
    `Пока ничего не отправлено. Если передумали, нажмите «${words(`cancel.grace.keep.${kind}`)}»`,
  );
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.clock.runFor(1_500);
  await expect(cancelPage.title).toHaveText(words(`cancel.done.title.${kind}`));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('who thinks better of it keeps the booking, is told so, and nothing is sent', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await page.getByRole('button', { name: words(`cancel.grace.keep.${kind}`) }).click();
  await expect(page).toHaveURL(/\/bookings\/clinic-visits\/[^/]+\?person=self&just=kept$/);
  await expect(cancelPage.main.locator(':focus')).toContainText(words(`cancel.grace.kept.${kind}`));
  await expect(cancelPage.yes(kind)).toHaveCount(0);
  await expect(page.getByText(words(`cancel.grace.left.${kind}`))).toHaveCount(0);
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.goBack();
  await expect(cancelPage.title).toHaveText(words(`common.kind.${kind}`));
  await expect(cancelPage.main).not.toContainText(words(`cancel.grace.kept.${kind}`));
});

test('stopped, it waits for as long as somebody needs, and goes on from there', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await page.clock.install();
  await cancelPage.yes(kind).click();
  await page.clock.runFor(1_000);
  await page.getByRole('button', { name: words('cancel.grace.pause') }).click();
  await page.clock.runFor(600_000);
  await expect(page.getByRole('status').getByText(words('cancel.grace.paused.asked'))).toBeVisible();
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.getByRole('button', { name: words('cancel.grace.resume') }).click();
  await page.clock.runFor(8_000);
  await expect(cancelPage.title).toHaveText(words(`cancel.done.title.${kind}`));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('who goes to another page is told there that nothing was sent, and nothing is', async ({
  page,
  sandbox,
  bookings,
  cancelPage,
  words,
}) => {
  await page.clock.install();
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page.getByText(words(`cancel.grace.left.${kind}`))).toBeVisible();
  await expect(bookings.ticket(therapist).first()).toBeVisible();
  await page.clock.runFor(20_000);
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.goBack();
  await expect(cancelPage.main).toContainText(words(`cancel.grace.kept.${kind}`));
});

test('a reload is asked about first, sends nothing, and says so', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeEnabled();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await expect(cancelPage.main).toContainText(words(`cancel.grace.kept.${kind}`));
  expect(asked).toEqual(['beforeunload']);
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await page.reload();
  await expect(cancelPage.yes(kind)).toBeVisible();
  await expect(cancelPage.main).not.toContainText(words(`cancel.grace.kept.${kind}`));
});

test('a page out of sight counts nothing down', async ({ page, sandbox, cancelPage, words }) => {
  await page.clock.install();
  await cancelPage.yes(kind).click();
  await expect(cancelPage.atOnce).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(20_000);
  await expect(page.getByRole('status').getByText(words('cancel.grace.paused.away'))).toBeVisible();
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
});

test('cancelled elsewhere meanwhile, there is nothing left to send', async ({
  page,
  context,
  sandbox,
  bookings,
  cancelPage,
  words,
}) => {
  await cancelPage.yes(kind).click();
  await page.getByRole('button', { name: words('cancel.grace.pause') }).click();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: words(`cancel.yes.${kind}`) }).click();
  await other.getByRole('button', { name: words('cancel.grace.now') }).click();
  const done = words(`cancel.done.title.${kind}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(done);
  await expect(cancelPage.title).toHaveText(done);
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(bookings.title).toHaveText(words('my-bookings.title'));
  await expect(page.getByText(words(`cancel.grace.left.${kind}`))).toHaveCount(0);
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('is off for whoever prefers that, on this device and with nothing personal', async ({
  page,
  sandbox,
  cancelPage,
  words,
}) => {
  const choice = page.getByRole('checkbox', { name: /8/ });
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await page.reload();
  await expect(choice).not.toBeChecked();
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual(
    expect.arrayContaining([['talon-grace', 'off']]),
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
    test('the page that waits has nothing that axe finds', async ({
      page,
      cancelPage,
      words,
      expectAccessible,
    }) => {
      await cancelPage.yes(kind).click();
      await page.getByRole('button', { name: words('cancel.grace.pause') }).click();
      await expect(page.getByRole('button', { name: words('cancel.grace.resume') })).toBeVisible();
      await expectAccessible();
    });
  });
