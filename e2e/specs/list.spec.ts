import type { Page } from '@playwright/test';
import { inventedAnswer } from '../../bench/list/invented-list.ts';
import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

/** As if the clinic had so many visits for whoever is signed in. */
const fillList = (page: Page, count: number) =>
  page.route(/\/api\/bookings\/clinic-visits\?/, (route) => route.fulfill(inventedAnswer(count, new Date())));
/** The place in the list of what is in the middle of the screen; 0 where nothing is. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const there = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
    return Number(
      there
        .find((one) => one.closest('li'))
        ?.closest('li')
        ?.getAttribute('aria-posinset') ?? 0,
    );
  });
const fling = async (page: Page) => {
  await page.mouse.move(400, 500);
  for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 900);
  await expect.poll(() => inSight(page)).toBeGreaterThan(60);
};
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');

test('what is typed finds it, and is neither in the address nor in the storage', async ({
  page,
  signIn,
  bookings,
  words,
}) => {
  await fillList(page, 40);
  await signIn('pavel');
  await page.getByRole('searchbox').fill('хирург 00013');
  await expect(bookings.tickets).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText('Рябов');
  await expect(page).toHaveURL(/\/$/);
  expect(
    await page.evaluate(() =>
      JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)]),
    ),
  ).not.toContain('00013');
  await page.getByRole('searchbox').fill('акушерка');
  await expect(page.getByText(words('my-bookings.find.nothing.upcoming'))).toBeVisible();
  await page.getByRole('button', { name: words('my-bookings.find.all') }).click();
  await expect(bookings.tickets).toHaveCount(40);
});

test('what is chosen is in the address: a reload and another view keep it', async ({
  page,
  signIn,
  bookings,
  words,
}) => {
  await fillList(page, 40);
  await signIn('pavel');
  await page.getByText(words('my-bookings.find.narrow')).click();
  await page.getByLabel(words('my-bookings.find.doctor')).selectOption('Рябов Пётр Ильич');
  await expect(bookings.tickets).toHaveCount(8);
  await page.reload();
  await expect(bookings.tickets).toHaveCount(8);
  await bookings.show('past');
  await expect(page).toHaveURL(/view=past.*doctor=/);
});

test('real bookings are narrowed down by their kind', async ({ page, signIn, bookings }) => {
  await signIn('anna', '/?kind=home-call');
  await expect(bookings.ofKind('home-call')).toHaveCount(1);
  await expect(bookings.tickets).toHaveCount(1);
  await expect(page.getByRole('search')).toBeVisible();
});

test.describe('a list of 10,000', () => {
  test.beforeEach(async ({ page, signIn, bookings }) => {
    await fillList(page, 10_000);
    await signIn('pavel');
    await expect(bookings.tickets.first()).toBeVisible();
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', '10000');
  });

  test('has at most 300 nodes in the document, wherever one scrolls', async ({ page }) => {
    const nodes = () =>
      page.locator('main ul[role=list]').evaluate((list) => list.querySelectorAll('*').length);
    expect(await nodes()).toBeLessThanOrEqual(300);
    await fling(page);
    expect(await nodes()).toBeLessThanOrEqual(300);
    await page.keyboard.press('End');
    await expect(page.locator('[aria-posinset="10000"]')).toBeVisible();
    expect(await nodes()).toBeLessThanOrEqual(300);
  });

  test('is walked through by Tab alone, one booking after another', async ({ page, bookings }) => {
    await bookings.tickets.first().getByRole('link').focus();
    for (let place = 2; place <= 40; place += 1) {
      await page.keyboard.press('Tab');
      const row = page.locator(`[aria-posinset="${place}"]`);
      await expect(row.getByRole('link')).toBeFocused();
      await expect(row).toBeInViewport();
    }
  });

  test('keeps the one with the focus, however far one scrolls', async ({ page, bookings }) => {
    const first = bookings.tickets.first().getByRole('link');
    await first.focus();
    await fling(page);
    await expect(first).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('[aria-posinset="2"]').getByRole('link')).toBeFocused();
  });

  test('is found at the same place on the way back from a booking', async ({ page, bookingPage }) => {
    await fling(page);
    const row = page.locator(`[aria-posinset="${(await inSight(page)) + 1}"]`);
    await row.getByRole('link').click();
    await expect(bookingPage.title).toBeVisible();
    await page.goBack();
    await expect(row).toBeInViewport();
  });
});

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    test('axe finds nothing on a list that can be searched', async ({
      page,
      signIn,
      bookings,
      words,
      expectAccessible,
    }) => {
      await fillList(page, 150);
      await signIn('pavel');
      await page.getByText(words('my-bookings.find.narrow')).click();
      await page.getByRole('searchbox').fill('хирург');
      await expect(bookings.tickets).toHaveCount(30);
      await expectAccessible();
      await page.getByRole('searchbox').fill('');
      await expect(rows(page).first()).toHaveAttribute('aria-setsize', '150');
      await expectAccessible();
    });
  });
