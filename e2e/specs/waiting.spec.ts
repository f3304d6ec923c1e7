import { people } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';
import type { SandboxControl } from '../fixtures/sandbox-control.ts';
import { languages } from '../fixtures/words.ts';

const wish = '/waiting?person=self&clinic=c1000000-0000-4000-8000-000000000001&speciality=27';

/** How often a doctor's times were asked for. */
const timesAsked = async (sandbox: SandboxControl) =>
  (await sandbox.requests('mis.schedule')).filter(({ path }) => path.includes('/schedule/')).length;

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('somebody who finds no time joins the waiting list, once, and only with their consent', async ({
      page,
      sandbox,
      signIn,
      expectAccessible,
      words,
    }) => {
      await signIn('pavel', wish);
      const phone = page.getByRole('textbox', { name: words('waiting.phone.label') });
      await phone.fill('+7 900 000-00-00');
      await expectAccessible();
      const join = page.getByRole('button', { name: words('waiting.submit') });
      await join.click();
      await expect(page.getByRole('main')).toContainText(words('waiting.consent.required'));
      await expect(phone).toHaveValue('+7 900 000-00-00');
      await expectAccessible();
      expect(await sandbox.requests('mis.wait')).toEqual([]);
      await page.getByRole('checkbox', { name: words('waiting.consent.words') }).check();
      await join.dblclick();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('waiting.done.title'));
      await expectAccessible();
      const [request, ...more] = await sandbox.requests('mis.wait');
      expect(more).toEqual([]);
      expect(request?.body).toMatchObject({ isAgree: 1, phone: '+7 900 000-00-00', timeEnd: '23:59' });
    });

    test('a free time is looked for only once somebody wants it, and leads to its page', async ({
      page,
      sandbox,
      signIn,
      expectAccessible,
      words,
    }) => {
      await signIn('pavel', wish);
      const watch = page.getByRole('checkbox', { name: words('waiting.watch.switch') });
      await expect(watch).not.toBeChecked();
      expect(await timesAsked(sandbox)).toBe(0);
      await watch.press('Space');
      const found = page.getByRole('link', { name: words('waiting.watch.open') });
      await expect(found).toBeVisible();
      await expect(watch).toBeFocused();
      await expectAccessible();
      await found.press('Enter');
      await expect(page.getByRole('button', { name: words('reserve.check.hold') })).toBeVisible();
    });

    test('the page of a visit looks for an earlier time, and leads to the move', async ({
      page,
      sandbox,
      signIn,
      bookings,
      expectAccessible,
      words,
    }) => {
      await signIn('anna');
      await bookings.ofKind('clinic-visit', 'терапевт').click();
      const search = page.getByRole('checkbox', { name: words('waiting.earlier.switch') });
      await expect(search).not.toBeChecked();
      expect(await timesAsked(sandbox)).toBe(0);
      await search.press('Space');
      const move = page.getByRole('link', { name: words('waiting.earlier.open') });
      await expect(move).toBeVisible();
      expect(await timesAsked(sandbox)).toBe(1);
      await expect(search).toBeFocused();
      await expectAccessible();
      await move.press('Enter');
      await expect(page.getByRole('button', { name: words('move.yes.clinic-visit') })).toBeVisible();
      expect(await sandbox.requests('mis.reserve')).toEqual([]);
    });
  });

test('where the clinic does not answer nobody is told that they are on the list', async ({
  page,
  sandbox,
  signIn,
  words,
}) => {
  await signIn('pavel', wish);
  await sandbox.play('mis.wait', 'reset');
  await page.getByRole('textbox', { name: words('waiting.phone.label') }).fill('+7 900 000-00-00');
  await page.getByRole('checkbox', { name: words('waiting.consent.words') }).check();
  await page.getByRole('button', { name: words('waiting.submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('waiting.unknown.title'));
  await expect(page.getByRole('main').getByRole('link', { name: /000-10-01/ })).toBeVisible();
});

test('what was typed is there after the session has ended, and the consent is asked for anew', async ({
  page,
  context,
  sandbox,
  signIn,
  words,
}) => {
  await signIn('pavel', wish);
  const phone = page.getByRole('textbox', { name: words('waiting.phone.label') });
  const consent = page.getByRole('checkbox', { name: words('waiting.consent.words') });
  await phone.fill('+7 900 000-00-00');
  await page.getByRole('radio', { name: words('waiting.part.morning') }).check();
  await consent.check();
  // Its cookie stays, as after an hour without use.
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: words('waiting.submit') }).click();
  const again = page.getByRole('button', { name: words('sign-in.ended.action') });
  await expect(again).toBeVisible();
  await context.addCookies(cookies);
  await again.click();
  await page.getByRole('button', { name: people.pavel }).click();
  await expect(phone).toHaveValue('+7 900 000-00-00');
  await expect(page.getByRole('radio', { name: words('waiting.part.morning') })).toBeChecked();
  await expect(consent).not.toBeChecked();
  expect(await sandbox.requests('mis.wait')).toEqual([]);
});

test('a visit that cannot be moved has no earlier time either', async ({ page, signIn, bookings, words }) => {
  await signIn('viktor');
  await bookings.ofKind('clinic-visit', 'кардиолог').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('common.kind.clinic-visit'));
  await expect(page.getByRole('heading', { name: words('booking.place.title') })).toBeVisible();
  await expect(page.getByText(words('booking.hours.week'))).toBeVisible();
  await expect(page.getByRole('checkbox', { name: words('waiting.earlier.switch') })).toHaveCount(0);
});
