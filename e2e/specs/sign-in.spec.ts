import { expect, test } from '../fixtures/test.ts';
import { people } from '../fixtures/people.ts';

test('somebody signed out is told what the portal is, and signs in', async ({
  page,
  words,
  signIn,
  bookings,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('sign-in.title'));
  await page.getByRole('link', { name: words('sign-in.action') }).click();
  await page.getByRole('button', { name: people.anna }).click();
  await expect(bookings.title).toHaveText(words('my-bookings.title'));
  await signIn('pavel');
  await expect(page.getByRole('banner')).toContainText(people.pavel);
});

test('signing out ends the session, and the way back shows nothing of it', async ({
  page,
  words,
  signIn,
  bookings,
}) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  await page.getByRole('button', { name: words('common.signOut') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('sign-in.title'));
  await page.goBack();
  await expect(page.getByText(people.anna)).toHaveCount(0);
});

test('the browser holds one cookie that scripts cannot read, and no token', async ({
  page,
  context,
  signIn,
  bookings,
}) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  const ours = (await context.cookies()).filter(({ name }) => name.startsWith('talon'));
  expect(ours.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
    { name: 'talon', httpOnly: true, sameSite: 'Lax' },
  ]);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  expect(kept).not.toMatch(/eyJ|Bearer|500000000000|1984-03-14/);
});

test('a page of somebody signed out leads back to itself after signing in', async ({ page, words }) => {
  await page.goto('/reserve');
  await page
    .getByRole('main')
    .getByRole('link', { name: words('sign-in.action') })
    .click();
  await page.getByRole('button', { name: people.anna }).click();
  await expect(page).toHaveURL(/\/reserve/);
});
