import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { wordsIn } from '../fixtures/words.ts';

const sticksOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('in a browser that asks for Belarusian', () => {
  test.use({ language: 'be' });

  test('everything is in it, from the list to the end of a cancel', async ({
    page,
    words,
    signIn,
    bookings,
    bookingPage,
    cancelPage,
    expectAccessible,
  }) => {
    await signIn('anna');
    await expect(bookings.title).toHaveText('Мае запісы');
    await expect(page.locator('html')).toHaveAttribute('lang', 'be');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText(
      /(нядзеля|панядзелак|аўторак|серада|чацвер|пятніца|субота|Сёння|Заўтра)/i,
    );
    await bookings.tickets.first().waitFor();
    await expectAccessible();
    await bookings.ofKind('clinic-visit', 'терапевт').click();
    await expect(bookingPage.title).toHaveText(words('common.kind.clinic-visit'));
    await expectAccessible();
    await cancelPage.ask('clinic-visit');
    await expect(cancelPage.title).toHaveText('Адмяніць гэты запіс?');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sticksOut(page)).toBe(0);
    await expectAccessible();
  });

  test('what is installed is called as it says', async ({ page }) => {
    await page.goto('/');
    const link = page.locator('link[rel=manifest]');
    await expect(link).toHaveAttribute('href', '/manifest.be.webmanifest');
    const manifest = await (await page.request.get('/manifest.be.webmanifest')).json();
    expect(manifest).toMatchObject({
      id: '/',
      lang: 'be',
      description: 'Вашы запісы да ўрачоў у адным месцы',
    });
  });

  test('a calendar entry speaks it too', async ({ page, signIn, bookings }) => {
    await signIn('anna');
    await bookings.ofKind('clinic-visit', 'терапевт').click();
    const link = page.getByRole('link', { name: wordsIn('be', 'booking.calendar.add') });
    const entry = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(await entry.text()).toContain(`SUMMARY:${wordsIn('be', 'common.kind.clinic-visit')}`);
  });
});

test('every language is in the menu, in its own words, and the choice stays', async ({
  page,
  bookings,
  signIn,
}) => {
  await signIn('anna');
  await expect(bookings.title).toHaveText('Мои записи');
  const menu = page.getByRole('banner').getByRole('combobox');
  await expect(menu.getByRole('option')).toHaveText(['Русский', 'Беларуская', 'English']);
  await menu.selectOption('Беларуская');
  await expect(bookings.title).toHaveText('Мае запісы');
  await page.reload();
  await expect(bookings.title).toHaveText('Мае запісы');
  await expect(page).toHaveTitle('Мае запісы · Талон');
});

test('only the words of one language travel', async ({ page, bookings, signIn }) => {
  const loaded: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) loaded.push(await response.text());
  });
  await signIn('anna');
  await expect(bookings.title).toHaveText('Мои записи');
  expect(loaded.join('')).not.toContain('Мае запісы');
  expect(loaded.join('')).not.toContain('My bookings');
});

test.describe('read from right to left', () => {
  for (const width of [320, 1280])
    test(`at ${width} px, everything changes sides and nothing sticks out`, async ({
      page,
      words,
      signIn,
      bookings,
    }) => {
      await page.addInitScript(() => {
        new MutationObserver(() => {
          if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['dir'] });
      });
      await page.setViewportSize({ width, height: 800 });
      await signIn('maria', '/?person=child-1');
      await expect(bookings.title).toBeVisible();
      const left = async (element: ReturnType<Page['getByRole']>) => (await element.boundingBox())?.x ?? 0;
      const banner = page.getByRole('banner');
      const brand = await left(banner.getByRole('link').first());
      expect(brand).toBeGreaterThan(await left(banner.getByRole('combobox')));
      expect(
        await left(banner.getByText(words('common.signedInAs', { name: 'Мария Орлова' }))),
      ).toBeGreaterThan(await left(banner.getByRole('button', { name: words('common.signOut') })));
      expect(await sticksOut(page)).toBe(0);
      await page.goto('/reserve?person=self');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await sticksOut(page)).toBe(0);
    });
});
