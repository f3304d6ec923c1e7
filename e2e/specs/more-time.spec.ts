import { expect } from '../fixtures/test.ts';
import { test } from '../fixtures/time-passes.ts';
import { languages } from '../fixtures/words.ts';

const second = 1_000;
const untilTheEnd = 9 * 60 * second + 56 * second;
/** The clinic counts from a moment of its own: only then has it surely let the time go. */
const untilSurelyOver = 10 * second;

test.beforeEach(async ({ passTime, signIn, reservePage, words }) => {
  await passTime(0);
  await signIn('pavel', '/reserve');
  await reservePage.chooseTherapist();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
});

for (const language of languages)
  test.describe(`more time in ${language}`, () => {
    test.use({ language });

    test('is one press, the same time once more, and one booking in the end', async ({
      page,
      sandbox,
      passTime,
      bookings,
      reservePage,
      words,
      expectAccessible,
    }) => {
      await reservePage.button('reserve.more.ask').press('Enter');
      await expect(reservePage.button('reserve.more.takeBack')).toBeFocused();
      await expectAccessible();
      await passTime(untilTheEnd);
      await expect(reservePage.main).toContainText(words('reserve.more.asking'));
      await expectAccessible();
      expect(await sandbox.requests('mis.reserve')).toHaveLength(1);
      await passTime(untilSurelyOver);
      await expect(reservePage.main.getByRole('timer')).toBeVisible();
      await expect(reservePage.button('reserve.more.ask')).toBeFocused();
      await expect(page).not.toHaveURL(/more=1/);
      expect(await sandbox.requests('mis.reserve')).toHaveLength(2);
      await expectAccessible();
      await reservePage.button('reserve.hold.confirm').click();
      await expect(reservePage.main).toContainText(words('booking.just.title'));
      await page.goto('/');
      await expect(bookings.tickets).toHaveCount(1);
    });

    test('may come too late: then the nearest times are there', async ({
      sandbox,
      passTime,
      reservePage,
      words,
      expectAccessible,
    }) => {
      await reservePage.button('reserve.more.ask').click();
      await sandbox.play('mis.reserve', '4009');
      await passTime(untilTheEnd + untilSurelyOver);
      await expect(reservePage.title).toHaveText(words('reserve.more.taken.title'));
      await expect(reservePage.title).toBeFocused();
      await expect(reservePage.main.getByRole('listitem').getByRole('link')).toHaveCount(3);
      await expectAccessible();
    });
  });

test('a phone that slept over the end, and was reloaded, asks when it wakes', async ({
  page,
  sandbox,
  passTime,
  reservePage,
  words,
}) => {
  await reservePage.button('reserve.more.ask').click();
  await expect(page).toHaveURL(/more=1/);
  await passTime(0);
  const here = page.url();
  await page.goto('about:blank');
  await passTime(untilTheEnd + 5 * 60 * second);
  await page.goto(here);
  await expect(reservePage.main.getByRole('timer')).toBeVisible();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  expect(await sandbox.requests('mis.reserve')).toHaveLength(2);
});

test('two tabs that wished for it have the one time, and one visit comes of it', async ({
  page,
  context,
  sandbox,
  passTime,
  bookings,
  reservePage,
  words,
}) => {
  await reservePage.button('reserve.more.ask').click();
  await expect(page).toHaveURL(/more=1/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: words('reserve.more.takeBack') })).toBeVisible();
  await passTime(untilTheEnd + untilSurelyOver);
  for (const tab of [page, other]) {
    await expect(tab).not.toHaveURL(/more=1/);
    await expect(tab.getByRole('timer')).toBeVisible();
  }
  expect(other.url()).toBe(page.url());
  expect(await sandbox.requests('mis.reserve')).toHaveLength(2);
  await reservePage.button('reserve.hold.confirm').click();
  await expect(page.getByRole('main')).toContainText(words('booking.just.title'));
  await page.goto('/');
  await expect(bookings.tickets).toHaveCount(1);
});
