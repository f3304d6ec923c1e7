import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

/** What a window of 1280 × 1024 is at 400 %, and the narrowest phone. */
const smallest = { width: 320, height: 256 };

const letterSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
const sticksOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('one switch makes everything larger, and it stays so', async ({ page, words, signIn, bookings }) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  const usual = await letterSize(page);
  const toggle = page.getByRole('button', { name: words('common.simpleView') });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => letterSize(page)).toBe(usual * 1.25);
  await page.reload();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => localStorage.getItem('talon-view'))).toBe('simple');
  await toggle.click();
  await expect.poll(() => letterSize(page)).toBe(usual);
});

test('an address can ask for it', async ({ page, words }) => {
  await page.goto('/?simple=1');
  await expect(page.getByRole('button', { name: words('common.simpleView') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('what one can do without is left out, and is back with the usual view', async ({
  page,
  words,
  signIn,
  bookings,
}) => {
  await signIn('anna', '/?simple=1');
  await expect(bookings.tickets.first()).toBeVisible();
  const technician = page.getByRole('link', { name: words('my-bookings.request') });
  await expect(technician).toBeHidden();
  await page.getByRole('button', { name: words('common.simpleView') }).click();
  await expect(technician).toBeVisible();
});

for (const language of languages)
  test.describe(`in ${language}, at 400 %`, () => {
    test.use({ language, viewport: smallest });

    test('a time can be booked with nothing sticking out, and axe finds nothing', async ({
      page,
      words,
      signIn,
      bookings,
      reservePage,
      expectAccessible,
    }) => {
      const look = async () => {
        expect(await sticksOut(page), page.url()).toBe(0);
        await expectAccessible();
      };
      await signIn('pavel', '/?simple=1');
      await bookings.empty.waitFor();
      await look();
      await page.goto('/reserve');
      await reservePage.choose(/Поликлиника № 1/, 'Терапевт', /Ефимов/);
      await expect(reservePage.title).toHaveText(words('reserve.time.title'));
      await reservePage.times.first().waitFor();
      await look();
      await reservePage.chooseTime();
      await reservePage.button('reserve.check.hold').waitFor();
      await look();
      await reservePage.keep();
      await expect(page.getByRole('timer')).toHaveText(/минут|minute/);
      await look();
    });
  });
