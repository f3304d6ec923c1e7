import type { BrowserContext, Page } from '@playwright/test';
import { axeFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { BookingsPage } from '../pages/bookings-page.ts';
import { CancelPage } from '../pages/cancel-page.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { languages } from '../fixtures/words.ts';

/** A tab that other tabs cannot tell anything. */
async function deafTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { value: null, writable: true });
  });
  return page;
}

test('a registrar finds a patient, and cancels for them in the own name', async ({
  desk,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('irina', '/desk');
  await desk.find('anna');
  await desk.goTo('bookings');
  await bookings.ticket(/^Приём.*терапевт/).click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.yes('clinic-visit').click();
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  const [request] = await sandbox.requests('mis.cancel-visit');
  expect(request?.query).toMatchObject({ externalUserId: expect.stringMatching(/^1000000008/) });
});

test('a registrar who signs in can type the number of the first patient at once', async ({
  desk,
  page,
  signIn,
  words,
}) => {
  await signIn('irina');
  await expect(desk.policy).toBeFocused();
  await expect(page).toHaveURL('/desk');
  const list = page.getByRole('navigation').getByRole('link', { name: words('common.nav.bookings') });
  await expect(list).toHaveCount(0);
  await desk.find('anna');
  await list.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('my-bookings.title.registrar'));
});

test('a wrong policy number is said beside its field, and what was typed stays', async ({
  desk,
  page,
  signIn,
  words,
}) => {
  await signIn('irina', '/desk');
  await desk.fill('anna');
  await desk.policy.fill('123');
  await desk.submit.click();
  await expect(page.getByRole('main')).toContainText(words('desk.policy.digits'));
  await expect(desk.policy).toHaveValue('123');
  await desk.policy.fill('5999999999999999');
  await desk.submit.click();
  await expect(page.getByRole('main')).toContainText(words('registrar.portal.no-such-patient'));
});

test('no address of ours holds a policy number or a birth date', async ({ desk, page, signIn }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn('irina', '/desk');
  await desk.find('anna');
  await desk.goTo('bookings');
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
  expect(addresses.join('\n')).not.toMatch(/5000000000000001|1984-03-14/);
});

for (const language of languages)
  test.describe(`what was begun for a patient, in ${language}`, () => {
    test.use({ language });

    test('is not left for the desk without a question', async ({
      desk,
      page,
      words,
      signIn,
      reservePage,
      expectAccessible,
    }) => {
      await signIn('irina', '/desk');
      await desk.find('pavel');
      await desk.goTo('reserve');
      await reservePage.choose(/Поликлиника № 1/);
      const patient = page.getByRole('banner').getByRole('link', { name: words('common.actingFor') });
      await patient.click();
      const question = page.getByRole('dialog', { name: words('desk.leave.title') });
      await expect(question.getByRole('heading')).toBeFocused();
      await expectAccessible();
      await question.getByRole('button', { name: words('switch-person.no') }).click();
      await expect(patient).toBeFocused();
      await expect(reservePage.title).toHaveText(words('reserve.speciality.title'));
      await desk.link.press('Enter');
      await question.getByRole('button', { name: words('desk.leave.yes') }).press('Enter');
      await expect(page).toHaveURL('/desk');
    });

    test('and is kept is given back only after a question', async ({
      desk,
      page,
      words,
      signIn,
      reservePage,
      expectAccessible,
    }) => {
      await signIn('irina', '/desk');
      await desk.find('pavel');
      await desk.goTo('reserve');
      await reservePage.chooseTherapist();
      await reservePage.keep();
      await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
      const kept = page.url();
      await desk.link.click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('desk.leave.yes') })
        .click();
      await desk.finish.click();
      const question = page.getByRole('dialog', { name: words('desk.finish.title') });
      await expectAccessible();
      await question.getByRole('button', { name: words('desk.finish.no') }).click();
      await expect(page).toHaveURL(new RegExp(new URL(kept).pathname));
      await page.goBack();
      await desk.finish.click();
      await question.getByRole('button', { name: words('desk.finish.yes') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('desk.title'));
    });
  });

for (const language of languages)
  test.describe(`a second tab of the desk, in ${language}`, () => {
    test.use({ language });

    test('says that another patient is in hand, and shows nothing more of the one before', async ({
      desk,
      page,
      context,
      words,
      signIn,
    }) => {
      await signIn('irina', '/desk');
      await desk.find('anna');
      const other = await context.newPage();
      await other.goto('/requests/new');
      await other.getByRole('main').getByRole('textbox').first().fill('7001');
      await desk.change('pavel');
      const title = other.getByRole('heading', { level: 1 });
      await expect(title).toHaveText(words('desk.changed.another'));
      await expect(title).toBeFocused();
      await expect(other.getByText(/1984|, 42/)).toHaveCount(0);
      await expect(other.getByRole('main')).toContainText('1981');
      expect(await axeFindings(other)).toEqual([]);
      await other.getByRole('button', { name: words('desk.changed.goOn') }).click();
      await expect(other).toHaveURL('/desk');
      await expect(other.getByRole('main')).toContainText('1981');
      await new DeskPage(other, words).finish.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('desk.changed.nobody'));
    });
  });

test('a tab that could not hear of it is refused by the portal, and no write reaches the other patient', async ({
  desk,
  context,
  sandbox,
  words,
  signIn,
}) => {
  await signIn('irina', '/desk');
  await desk.find('anna');
  const deaf = await deafTab(context);
  await deaf.goto('/');
  const cancel = new CancelPage(deaf, words);
  await new BookingsPage(deaf, words)
    .ticket(/^Приём.*терапевт/)
    .first()
    .click();
  await cancel.ask('clinic-visit');
  await desk.change('pavel');
  await cancel.yes('clinic-visit').click();
  await expect(cancel.title).toHaveText(words('desk.changed.another'));
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
});

test('an order that a stale tab types is asked for nobody', async ({
  desk,
  context,
  sandbox,
  words,
  signIn,
}) => {
  await signIn('irina', '/desk');
  await desk.find('anna');
  const deaf = await deafTab(context);
  await deaf.goto('/requests/new');
  await deaf.getByRole('main').getByRole('textbox').first().fill('7001');
  await desk.change('pavel');
  await deaf.getByRole('button', { name: words('requests.submit') }).click();
  await expect(deaf.getByRole('heading', { level: 1 })).toHaveText(words('desk.changed.another'));
  expect(await sandbox.requests('connect.request-times')).toEqual([]);
});
