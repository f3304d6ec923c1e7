import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

test('all kinds of bookings are in one list, each named for what it is', async ({
  page,
  words,
  signIn,
  bookings,
}) => {
  await signIn('anna', '/requests/new');
  await page.getByRole('main').getByRole('combobox').selectOption('7001');
  await page.getByRole('button', { name: words('requests.submit') }).click();
  await expect(page).toHaveURL(/\/bookings\/requests\//);
  await bookings.open();
  await expect(bookings.ticket(new RegExp(words('common.kind.clinic-visit'))).first()).toBeVisible();
  await expect(bookings.ticket(new RegExp(words('common.kind.home-call')))).toHaveCount(1);
  await expect(bookings.ticket(new RegExp(words('common.kind.appointment-request')))).toHaveCount(1);
  await expect(bookings.ticket(new RegExp(words('common.visitType.telehealth')))).toHaveCount(1);
});

test('past and cancelled bookings have their own views', async ({ signIn, bookings, words }) => {
  await signIn('anna');
  await bookings.show('past');
  await expect(bookings.ticket(new RegExp(words('common.visitType.follow_up')))).toHaveCount(1);
  await bookings.show('cancelled');
  await expect(bookings.ticket(new RegExp(words('common.kind.home-call')))).toHaveCount(1);
});

test('somebody without bookings is told so, once every source has answered', async ({ signIn, bookings }) => {
  await signIn('pavel');
  await expect(bookings.empty).toBeVisible();
  await expect(bookings.missingNotice).toHaveCount(0);
});

for (const [operation, source] of [
  ['mis.list-visits', 'clinic-visits'],
  ['mis.list-calls', 'home-calls'],
  ['loop.list', 'visits'],
] as const)
  test(`when ${source} do not answer, they are named as missing and nobody is told there is nothing`, async ({
    page,
    sandbox,
    signIn,
    bookings,
    words,
  }) => {
    await sandbox.play(operation, 'down', 50);
    await signIn('pavel');
    if (source === 'visits') await signIn('anna');
    await expect(bookings.missingNotice).toBeVisible();
    await expect(page.getByRole('main')).toContainText(words(`my-bookings.source.${source}`));
    await expect(bookings.empty).toHaveCount(0);
    await sandbox.stopPlaying();
    await page.getByRole('button', { name: words('common.tryAgain') }).click();
    await expect(bookings.missingNotice).toHaveCount(0);
  });

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('whom the clinics do not know is told so and what to do, and their other bookings are there', async ({
      page,
      signIn,
      bookings,
      words,
      reservePage,
    }) => {
      await signIn('zoya');
      await expect(page.getByText(words('failures.portal.no-card.title'))).toBeVisible();
      await expect(bookings.missingNotice).toHaveCount(0);
      await expect(bookings.empty).toHaveCount(0);
      await page.getByRole('link', { name: words('my-bookings.book') }).click();
      await reservePage.choose(/Поликлиника № 1/, 'Терапевт', /Ефимов/);
      await expect(page.getByText(words('failures.portal.no-card.title'))).toBeVisible();
    });
  });

test('a status that nobody knows is shown as such, with the word that came', async ({
  page,
  signIn,
  bookings,
}) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('awaiting_triage');
});

test("another person's booking answers as one that does not exist", async ({
  page,
  signIn,
  bookings,
  bookingPage,
  context,
}) => {
  await signIn('anna');
  await bookings.tickets.first().getByRole('link').click();
  await expect(bookingPage.title).toBeVisible();
  const theirs = new URL(page.url());
  await context.clearCookies();
  await signIn('pavel', `${theirs.pathname}${theirs.search}`);
  await expect(bookingPage.title).toBeVisible();
  const shownForTheirs = await bookingPage.main.innerText();
  await page.goto(`/bookings/clinic-visits/00000000-0000-4000-8000-000000000000${theirs.search}`);
  await expect(bookingPage.title).toBeVisible();
  expect(await bookingPage.main.innerText()).toBe(shownForTheirs);
});

test('the language changes without a reload and stays', async ({ page, signIn, bookings }) => {
  await signIn('anna');
  await expect(bookings.title).toHaveText('Мои записи');
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await page.getByLabel('Язык').selectOption('English');
  await expect(bookings.title).toHaveText('My bookings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  await page.reload();
  await expect(bookings.title).toHaveText('My bookings');
});
