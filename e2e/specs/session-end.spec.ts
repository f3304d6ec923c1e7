import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { people, type PersonId } from '../fixtures/people.ts';
import { wordsIn } from '../fixtures/words.ts';

const minute = 60_000;
const again = wordsIn('ru', 'sign-in.ended.action');

/** The portal says of the session as if so many minutes had passed; none have once somebody has stayed. */
async function aged(context: BrowserContext): Promise<{ minutes: number }> {
  const passed = { minutes: 0 };
  await context.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    const session: { now: string } = await answer.json();
    const now = new Date(Date.parse(session.now) + passed.minutes * minute).toISOString();
    await route.fulfill({ response: answer, json: { ...session, now } });
  });
  await context.route('**/api/session/stay', async (route) => {
    passed.minutes = 0;
    await route.continue();
  });
  return passed;
}

/** The session ends for this browser while `act` goes on; its cookie stays, as after an hour without use. */
async function endedDuring(page: Page, context: BrowserContext, act: () => Promise<void>) {
  const cookies = await context.cookies();
  await context.clearCookies();
  await act();
  await expect(page.getByRole('button', { name: again })).toBeVisible();
  await context.addCookies(cookies);
}

test.describe('the last two minutes', () => {
  test.beforeEach(async ({ context, page, signIn, words, cancelPage, bookings }) => {
    const passed = await aged(context);
    await page.clock.install();
    await signIn('anna');
    await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
    await cancelPage.ask('visit');
    await page.getByRole('textbox').focus();
    await page.clock.fastForward(57 * minute);
    await expect(page.getByText(words('sign-in.warning.title'))).toHaveCount(0);
    passed.minutes = 58.5;
    await page.clock.fastForward(1.5 * minute);
    await expect(page.getByText(words('sign-in.warning.title'))).toBeVisible();
  });

  test('are announced beside what is being typed, and the keyboard stays in the field', async ({
    page,
    words,
    expectAccessible,
  }) => {
    await expect(page.getByRole('status').filter({ hasText: words('sign-in.warning.title') })).toBeVisible();
    await expect(page.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Передумала');
    await expect(page.getByRole('textbox')).toHaveValue('Передумала');
    await expectAccessible();
  });

  test('are over at one press, which the keyboard can reach', async ({ page, words }) => {
    const stay = page.getByRole('button', { name: words('sign-in.warning.stay') });
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press('Tab');
      if (await stay.evaluate((button) => button === document.activeElement)) break;
    }
    await expect(stay).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(words('sign-in.warning.title'))).toHaveCount(0);
    await expect(page.locator('main :focus')).toHaveCount(1);
  });

  test('are over when another tab stays', async ({ page, context, words }) => {
    const other = await context.newPage();
    await other.goto('/');
    await other.getByRole('button', { name: words('sign-in.warning.stay') }).click();
    await expect(page.getByText(words('sign-in.warning.title'))).toHaveCount(0);
  });
});

test.describe('what was typed when the session ended', () => {
  const signInAgain = async (page: Page, who: PersonId) => {
    await page.getByRole('button', { name: again }).click();
    await page.getByRole('button', { name: people[who] }).click();
    await page.getByRole('banner').getByText(people[who]).first().waitFor({ state: 'attached' });
  };

  test('is in the form again once the same person is back', async ({
    page,
    context,
    signIn,
    words,
    bookings,
    cancelPage,
  }) => {
    await signIn('anna');
    await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
    await cancelPage.ask('visit');
    const address = page.url();
    await page.getByRole('textbox').fill('Заболел ребёнок');
    await endedDuring(page, context, () => cancelPage.yes('visit').click());
    await expect(page.getByText(words('sign-in.ended.kept'))).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await signInAgain(page, 'anna');
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('textbox')).toHaveValue('Заболел ребёнок');
    await page.reload();
    await expect(page.getByRole('textbox')).toHaveValue('');
  });

  test('is still there where the sign-in was broken off on the way, for the same person alone', async ({
    page,
    context,
    signIn,
    words,
    bookings,
    cancelPage,
    expectAccessible,
  }) => {
    await signIn('anna');
    await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
    await cancelPage.ask('visit');
    const address = page.url();
    const brokenOff = async () => {
      await page.goto(address);
      await page.getByRole('textbox').fill('Заболел ребёнок');
      await endedDuring(page, context, () => cancelPage.yes('visit').click());
      await page.getByRole('button', { name: again }).click();
      const back = page.getByRole('button', { name: 'Вернуться без входа' });
      await back.waitFor();
      await context.clearCookies({ name: 'talon' });
      await back.click();
      await expect(page.getByText(words('sign-in.failed.title'))).toBeVisible();
      await expect(page.getByText(words('sign-in.ended.kept'))).toBeVisible();
      await expect(page.getByText('Заболел')).toHaveCount(0);
    };
    const signInFromHere = async (who: PersonId) => {
      await page
        .getByRole('main')
        .getByRole('link', { name: words('sign-in.action') })
        .click();
      await page.getByRole('button', { name: people[who] }).click();
      await page.getByRole('banner').getByText(people[who]).first().waitFor({ state: 'attached' });
    };
    await brokenOff();
    await expectAccessible();
    await signInFromHere('anna');
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('textbox')).toHaveValue('Заболел ребёнок');
    await brokenOff();
    await signInFromHere('pavel');
    await expect(page.getByText('Заболел')).toHaveCount(0);
    await signIn('anna', new URL(address).pathname + new URL(address).search);
    await expect(page.getByRole('textbox')).toHaveValue('');
  });

  for (const [how, comeBack] of [
    ['is broken off', (page: Page) => page.getByRole('button', { name: 'Вернуться без входа' }).click()],
    ['is left by the browser’s own button', (page: Page) => page.goBack()],
  ] as const)
    test(`is in the form again at once where the sign-in ${how} while the session still lives`, async ({
      page,
      context,
      signIn,
      words,
      bookings,
      cancelPage,
      expectAccessible,
    }) => {
      await context.route('**/api/session', async (route) => {
        const answer = await route.fetch();
        const session: { now: string } = await answer.json();
        const soon = new Date(Date.parse(session.now) + minute).toISOString();
        await route.fulfill({ response: answer, json: { ...session, endsAt: soon, lastsUntil: soon } });
      });
      await signIn('anna');
      await bookings.ticket(new RegExp(words('common.visitType.telehealth'))).click();
      await cancelPage.ask('visit');
      const address = new URL(page.url());
      await page.getByRole('textbox').fill('Заболел ребёнок');
      await page.getByRole('button', { name: again }).click();
      await page.getByRole('button', { name: 'Вернуться без входа' }).waitFor();
      await comeBack(page);
      await expect(page.getByRole('textbox')).toHaveValue('Заболел ребёнок');
      expect(new URL(page.url()).pathname).toBe(address.pathname);
      await expectAccessible();
    });

  test('is in no address and in no storage on the way', async ({ page, context, signIn, words }) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await signIn('irina', '/desk');
    await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
    await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
    await endedDuring(page, context, () => page.getByRole('button', { name: words('desk.submit') }).click());
    await signInAgain(page, 'irina');
    await expect(page.getByLabel(words('desk.policy.label'))).toHaveValue('5000000000000001');
    await expect(page.getByLabel(words('desk.birthDate.label'))).toHaveValue('1984-03-14');
    expect(addresses.join('\n')).not.toMatch(/5000000000000001|1984-03-14/);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).not.toMatch(/5000000000000001|1984-03-14/);
  });

  test('is for nobody else, not even where they come to the same page', async ({
    page,
    context,
    signIn,
    words,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await signIn('anna', '/requests/new?person=self');
    await page.getByRole('main').getByRole('combobox').selectOption('7001');
    await endedDuring(page, context, () =>
      page.getByRole('button', { name: words('requests.submit') }).click(),
    );
    await signInAgain(page, 'pavel');
    await expect(page).toHaveURL(/\/requests\/new\?person=self/);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('7001')).toHaveCount(0);
    expect(asked).not.toContain('/api/session/draft');
    await signIn('anna', '/requests/new?person=self');
    await expect(page.getByRole('main').getByRole('combobox')).toHaveValue('');
  });

  test('is joined by the registrar’s patient, who is in hand again', async ({
    page,
    context,
    signIn,
    words,
  }) => {
    await signIn('irina', '/desk');
    await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
    await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
    await page.getByRole('button', { name: words('desk.submit') }).click();
    const finish = page.getByRole('button', { name: words('desk.inHand.finish') });
    await finish.waitFor();
    await endedDuring(page, context, () => finish.click());
    await signInAgain(page, 'irina');
    await expect(finish).toBeVisible();
  });
});

test('a time that is kept is still kept once the person has signed in again', async ({
  page,
  context,
  signIn,
  words,
  reservePage,
}) => {
  await signIn('maria', '/reserve');
  await reservePage.choose(/Мария/, /Поликлиника № 1/, 'Терапевт', /Ефимов/);
  await reservePage.times.first().click();
  await reservePage.button('reserve.check.hold').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('reserve.hold.title'));
  const address = page.url();
  // What the page reads by itself after it has kept a time may find the end first: then there is no button left, and no harm in the key.
  await reservePage.button('reserve.hold.confirm').focus();
  await endedDuring(page, context, () => page.keyboard.press('Enter'));
  await page.getByRole('button', { name: again }).click();
  await page.getByRole('button', { name: people.maria }).click();
  await expect(page).toHaveURL(address);
  await reservePage.button('reserve.hold.confirm').click();
  await expect(page.getByText(words('booking.just.title'))).toBeVisible();
});
