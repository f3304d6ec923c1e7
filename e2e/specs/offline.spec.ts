import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { installed } from '../fixtures/installed.ts';
import { people } from '../fixtures/people.ts';
import { languages } from '../fixtures/words.ts';

/** All that this browser keeps of the portal, the choice of a language aside. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await caches.keys()).map((name) => name.replace(/-[0-9a-f]+$/, '')),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const nothing = { databases: [], caches: [], workers: 0 };
const everything = { databases: ['talon-kept'], caches: ['talon-files'], workers: 1 };

for (const language of languages)
  test.describe(`on a device of one’s own, in ${language}`, () => {
    test.use({ language });

    test.beforeEach(async ({ page, signIn, words, bookings }) => {
      await installed(page);
      await signIn('anna');
      await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).waitFor();
      expect(await kept(page)).toEqual(nothing);
      await page.getByRole('button', { name: words('offline.keep.action') }).click();
      await expect(page.getByText(words('offline.keep.notOwn'))).toBeVisible();
      await expect(page.getByLabel(words('offline.keep.own'))).toBeFocused();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: words('offline.keep.action') }).click();
      await expect(page.getByText(words('offline.kept.title'))).toBeVisible();
      await expect(page.locator(':focus')).toContainText(words('offline.kept.title'));
      expect(await kept(page)).toEqual(everything);
    });

    test('the next visits can be read without a connection, and nothing can be done to them', async ({
      page,
      context,
      words,
      bookings,
      expectAccessible,
    }) => {
      await expectAccessible();
      await context.setOffline(true);
      await page.goto('/reserve');
      await expect(bookings.title).toHaveText(words('offline.title'));
      await expect(
        page.getByText(language === 'ru' ? /сегодня в \d\d:\d\d/ : /today at \d\d:\d\d/),
      ).toBeVisible();
      await expect(bookings.tickets.first()).toBeVisible();
      expect(await bookings.tickets.count()).toBeLessThanOrEqual(5);
      for (const link of await page.getByRole('main').getByRole('link').all())
        await expect(link).toHaveAttribute('href', /^tel:/);
      await expect(page.getByRole('main').getByRole('button')).toHaveText([
        words('common.tryAgain'),
        words('offline.drop'),
      ]);
      await expectAccessible();
      await context.setOffline(false);
      await expect(bookings.title).not.toHaveText(words('offline.title'));
    });
  });

test.describe('what is kept', () => {
  test.beforeEach(async ({ page, signIn, words, bookings }) => {
    await installed(page);
    await signIn('anna');
    await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).waitFor();
    await page.getByLabel(words('offline.keep.own')).check();
    await page.getByRole('button', { name: words('offline.keep.action') }).click();
    await expect(page.getByText(words('offline.kept.title'))).toBeVisible();
  });

  test('is deleted when the person signs out', async ({ page, words }) => {
    await page.getByRole('button', { name: words('common.signOut') }).click();
    await page.getByRole('link', { name: words('sign-in.action') }).waitFor();
    expect(await kept(page)).toEqual(nothing);
  });

  test('is deleted at a press, offline too', async ({ page, context, words }) => {
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: words('offline.drop') }).click();
    await expect(page.locator(':focus')).toHaveText(words('offline.dropped'));
    expect(await kept(page)).toEqual(nothing);
    await context.setOffline(false);
    await page.getByLabel(words('offline.keep.own')).waitFor();
  });

  test('follows what is cancelled, and holds no answer of the portal', async ({
    page,
    context,
    words,
    bookings,
    cancelPage,
  }) => {
    const telehealth = new RegExp(words('common.visitType.telehealth'));
    await bookings.ticket(telehealth).click();
    await cancelPage.ask('visit');
    await cancelPage.now('visit');
    await expect(cancelPage.title).toHaveText(words('cancel.done.title.visit'));
    await bookings.open();
    await expect(bookings.tickets.first()).toBeVisible();
    await expect(bookings.ticket(telehealth)).toHaveCount(0);
    const cached = await page.evaluate(async () => {
      const caught = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return caught.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(cached).toContain('/');
    expect(cached.filter((path) => !/^\/(assets\/[\w.-]+|favicon\.svg)?$/.test(path))).toEqual([]);
    await context.setOffline(true);
    await page.reload();
    await expect(bookings.title).toHaveText(words('offline.title'));
    await expect(page.getByRole('main')).not.toContainText(telehealth);
  });

  test('is gone, and not offered again, once somebody else has signed in here', async ({
    page,
    context,
    signIn,
    words,
  }) => {
    await context.clearCookies();
    await signIn('pavel');
    await expect(page.getByText(words('offline.keep.shared'))).toBeVisible();
    expect(await kept(page)).toEqual(nothing);
    await context.clearCookies();
    await signIn('anna');
    await expect(page.getByText(words('offline.keep.shared'))).toBeVisible();
  });
});

test('nothing is offered in a browser’s tab, nor to a registrar, and nothing is kept', async ({
  page,
  signIn,
  words,
  bookings,
  desk,
}) => {
  await signIn('anna');
  await bookings.tickets.first().waitFor();
  await expect(page.getByText(words('offline.keep.title'))).toHaveCount(0);
  await installed(page);
  await page.reload();
  await expect(page.getByText(words('offline.keep.title'))).toBeVisible();
  await signIn('irina', '/');
  await expect(page.getByRole('banner').getByText(people.irina)).toBeVisible();
  await desk.find('anna');
  await desk.goTo('bookings');
  await bookings.tickets.first().waitFor();
  await expect(bookings.title).toHaveText(words('my-bookings.title.registrar'));
  await expect(page.getByText(words('offline.keep.title'))).toHaveCount(0);
  await signIn('anna');
  await expect(page.getByText(words('offline.keep.shared'))).toBeVisible();
  expect(await kept(page)).toEqual(nothing);
});
