import type { BrowserContext, Page } from '@playwright/test';
import { axeFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { BookingsPage } from '../pages/bookings-page.ts';
import { CancelPage } from '../pages/cancel-page.ts';
import { languages, wordsIn, type Language } from '../fixtures/words.ts';

const patients = {
  anna: { policy: '5000000000000001', birthDate: '1984-03-14' },
  pavel: { policy: '5000000000000002', birthDate: '1981-07-02' },
};

/** A registrar's page finds a patient, and has them in hand. */
async function find(page: Page, who: keyof typeof patients, language: Language = 'ru') {
  await page.getByLabel(wordsIn(language, 'desk.policy.label')).fill(patients[who].policy);
  await page.getByLabel(wordsIn(language, 'desk.birthDate.label')).fill(patients[who].birthDate);
  await page.getByRole('button', { name: wordsIn(language, 'desk.submit') }).click();
  await page.getByRole('button', { name: wordsIn(language, 'desk.inHand.finish') }).waitFor();
}

/** Puts the patient away in one tab, and finds another one there. */
async function change(page: Page, who: keyof typeof patients, language: Language = 'ru') {
  await page.getByRole('button', { name: wordsIn(language, 'desk.inHand.finish') }).click();
  await find(page, who, language);
}

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
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('irina', '/desk');
  await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: words('desk.inHand.bookings') })
    .click();
  await bookings.ticket(/^Приём.*терапевт/).click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.yes('clinic-visit').click();
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  const [request] = await sandbox.requests('mis.cancel-visit');
  expect(request?.query).toMatchObject({ externalUserId: expect.stringMatching(/^1000000008/) });
});

test('a wrong policy number is said beside its field, and what was typed stays', async ({
  page,
  signIn,
  words,
}) => {
  await signIn('irina', '/desk');
  const policy = page.getByLabel(words('desk.policy.label'));
  await policy.fill('123');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await expect(page.getByRole('main')).toContainText(words('desk.policy.digits'));
  await expect(policy).toHaveValue('123');
  await policy.fill('5999999999999999');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await expect(page.getByRole('main')).toContainText(words('registrar.portal.no-such-patient'));
});

test('no address of ours holds a policy number or a birth date', async ({ page, signIn, words }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signIn('irina', '/desk');
  await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: words('desk.inHand.bookings') })
    .click();
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
  expect(addresses.join('\n')).not.toMatch(/5000000000000001|1984-03-14/);
});

for (const language of languages)
  test.describe(`what was begun for a patient, in ${language}`, () => {
    test.use({ language });

    test('is not left for the desk without a question', async ({
      page,
      words,
      signIn,
      reservePage,
      expectAccessible,
    }) => {
      await signIn('irina', '/desk');
      await find(page, 'pavel', language);
      await page
        .getByRole('main')
        .getByRole('link', { name: words('desk.inHand.reserve') })
        .click();
      await reservePage.choose(/Поликлиника № 1/);
      const patient = page.getByRole('banner').getByRole('link', { name: words('common.actingFor') });
      await patient.click();
      const question = page.getByRole('dialog', { name: words('desk.leave.title') });
      await expect(question.getByRole('heading')).toBeFocused();
      await expectAccessible();
      await question.getByRole('button', { name: words('common.switch.no') }).click();
      await expect(patient).toBeFocused();
      await expect(reservePage.title).toHaveText(words('reserve.speciality.title'));
      await page
        .getByRole('navigation')
        .getByRole('link', { name: words('common.nav.desk'), exact: true })
        .press('Enter');
      await question.getByRole('button', { name: words('desk.leave.yes') }).press('Enter');
      await expect(page).toHaveURL('/desk');
    });

    test('and is kept is given back only after a question', async ({
      page,
      words,
      signIn,
      reservePage,
      expectAccessible,
    }) => {
      await signIn('irina', '/desk');
      await find(page, 'pavel', language);
      await page
        .getByRole('main')
        .getByRole('link', { name: words('desk.inHand.reserve') })
        .click();
      await reservePage.choose(/Поликлиника № 1/, 'Терапевт', /Ефимов/);
      await reservePage.times.first().click();
      await reservePage.button('reserve.check.hold').click();
      await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
      const kept = page.url();
      await page
        .getByRole('navigation')
        .getByRole('link', { name: words('common.nav.desk'), exact: true })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('desk.leave.yes') })
        .click();
      const finish = page.getByRole('button', { name: words('desk.inHand.finish') });
      await finish.click();
      const question = page.getByRole('dialog', { name: words('desk.finish.title') });
      await expectAccessible();
      await question.getByRole('button', { name: words('desk.finish.no') }).click();
      await expect(page).toHaveURL(new RegExp(new URL(kept).pathname));
      await page.goBack();
      await finish.click();
      await question.getByRole('button', { name: words('desk.finish.yes') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('desk.title'));
    });
  });

for (const language of languages)
  test.describe(`a second tab of the desk, in ${language}`, () => {
    test.use({ language });

    test('says that another patient is in hand, and shows nothing more of the one before', async ({
      page,
      context,
      words,
      signIn,
    }) => {
      await signIn('irina', '/desk');
      await find(page, 'anna', language);
      const other = await context.newPage();
      await other.goto('/requests/new');
      await other.getByRole('main').getByRole('textbox').first().fill('7001');
      await change(page, 'pavel', language);
      const title = other.getByRole('heading', { level: 1 });
      await expect(title).toHaveText(words('desk.changed.another'));
      await expect(title).toBeFocused();
      await expect(other.getByText(/1984|, 42/)).toHaveCount(0);
      await expect(other.getByRole('main')).toContainText('1981');
      expect(await axeFindings(other)).toEqual([]);
      await other.getByRole('button', { name: words('desk.changed.goOn') }).click();
      await expect(other).toHaveURL('/desk');
      await expect(other.getByRole('main')).toContainText('1981');
      await other.getByRole('button', { name: words('desk.inHand.finish') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('desk.changed.nobody'));
    });
  });

test('a tab that could not hear of it is refused by the portal, and no write reaches the other patient', async ({
  page,
  context,
  sandbox,
  words,
  signIn,
}) => {
  await signIn('irina', '/desk');
  await find(page, 'anna');
  const deaf = await deafTab(context);
  await deaf.goto('/');
  const cancel = new CancelPage(deaf, words);
  await new BookingsPage(deaf, words)
    .ticket(/^Приём.*терапевт/)
    .first()
    .click();
  await cancel.ask('clinic-visit');
  await change(page, 'pavel');
  await cancel.yes('clinic-visit').click();
  await expect(cancel.title).toHaveText(words('desk.changed.another'));
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
});

test('an order that a stale tab types is asked for nobody', async ({
  page,
  context,
  sandbox,
  words,
  signIn,
}) => {
  await signIn('irina', '/desk');
  await find(page, 'anna');
  const deaf = await deafTab(context);
  await deaf.goto('/requests/new');
  await deaf.getByRole('main').getByRole('textbox').first().fill('7001');
  await change(page, 'pavel');
  await deaf.getByRole('button', { name: words('requests.submit') }).click();
  await expect(deaf.getByRole('heading', { level: 1 })).toHaveText(words('desk.changed.another'));
  expect(await sandbox.requests('connect.request-times')).toEqual([]);
});
