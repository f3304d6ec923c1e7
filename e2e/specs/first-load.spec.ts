import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

/** Which lists a page asks for, and the moment when so many of them have been answered. */
function listsOf(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/bookings/')) asked.push(pathname + search);
  });
  const answered = (count: number) =>
    new Promise<void>((done) => {
      let left = count;
      page.on('response', (response) => {
        if (new URL(response.url()).pathname.startsWith('/api/bookings/')) left -= 1;
        if (left === 0) done();
      });
    });
  return { asked, answered };
}

test('a family’s bookings are asked for once each, and are there before the code that shows them', async ({
  page,
  signIn,
  bookings,
}) => {
  const { asked, answered } = listsOf(page);
  await signIn('maria');
  await bookings.tickets.first().waitFor();
  const lists = asked.splice(0).sort();
  expect(lists).toHaveLength(4 * 3);
  const all = answered(lists.length);
  await page.route('**/assets/vendor-*.js', async (route) => {
    await all;
    await route.continue();
  });
  await page.reload();
  await bookings.tickets.first().waitFor();
  expect(asked.sort()).toEqual(lists);
});

test('while nobody says who is signed in, the page says that it is loading, and goes on when they do', async ({
  page,
  signIn,
  bookings,
  words,
}) => {
  await signIn('anna');
  await bookings.tickets.first().waitFor();
  let answer = () => undefined as void;
  const held = new Promise<void>((done) => (answer = done));
  await page.route('/api/session', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  const loading = page.getByRole('main').getByText(words('common.loading'));
  await expect(loading).toBeVisible();
  answer();
  await expect(bookings.tickets.first()).toBeVisible();
  await expect(loading).toHaveCount(0);
});

test('what could not be asked early is asked again, and what does not come is said', async ({
  page,
  signIn,
  bookings,
  words,
}) => {
  await signIn('anna');
  await bookings.tickets.first().waitFor();
  await page.route('/api/session', (route) => route.abort());
  await page.reload();
  const again = page.getByRole('button', { name: words('common.tryAgain') });
  await again.waitFor();
  await page.unroute('/api/session');
  await again.click();
  await expect(bookings.tickets.first()).toBeVisible();
});
