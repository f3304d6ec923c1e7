import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

test('from the kind of doctor to a kept time in three presses', async ({ signIn, reservePage, words }) => {
  await signIn('pavel', '/reserve');
  await reservePage.choose('Терапевт');
  await expect(reservePage.title).toHaveText(words('reserve.found.title'));
  await expect(reservePage.title).toBeFocused();
  await reservePage.main
    .getByRole('region')
    .filter({ hasText: words('reserve.found.first') })
    .getByRole('link', { name: /^\d{2}:\d{2}$/ })
    .first()
    .click();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
});

test('a doctor is found by a part of the name, and ё is е', async ({ signIn, reservePage, page }) => {
  await signIn('maria', '/reserve?person=child-1');
  await reservePage.findByName('артем');
  await expect(reservePage.found(/Сомов Артём/)).toBeVisible();
  await expect(reservePage.main.getByRole('heading', { level: 2, name: /^[А-ЯЁ]/ })).toHaveCount(2);
  await page.reload();
  await expect(reservePage.found(/Сомов Артём/)).toBeVisible();
});

test("an adult finds nobody in the children's clinic", async ({ signIn, reservePage, words }) => {
  await signIn('pavel', '/reserve');
  await reservePage.findByName('Сомов');
  await expect(reservePage.main).toContainText(words('reserve.found.none'));
});

test('the week shows what is mine, by keyboard alone', async ({ signIn, reservePage, words, page }) => {
  await signIn('anna', '/reserve');
  await reservePage.choose(/Поликлиника № 1/, 'Терапевт', /Кузнецова/);
  await reservePage.main.getByRole('link', { name: words('reserve.view.week') }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=week/);
  const mine = reservePage.main.getByRole('link', { name: /вы записаны/ });
  await expect(mine).toHaveCount(1);
  await mine.focus();
  await page.keyboard.press('Enter');
  await expect(reservePage.title).toHaveText(words('common.kind.clinic-visit'));
});

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    test('axe finds nothing where one looks for a doctor', async ({
      signIn,
      reservePage,
      words,
      expectAccessible,
    }) => {
      await signIn('pavel', '/reserve');
      await reservePage.main.getByText(words('reserve.find.more')).click();
      await reservePage.main.getByRole('button', { name: words('reserve.find.submit') }).click();
      await expect(reservePage.main.getByText(words('reserve.find.nothing'))).toBeVisible();
      await expectAccessible();
      await reservePage.choose('Терапевт');
      await expect(reservePage.found(/Власова/)).toBeVisible();
      await expectAccessible();
    });
  });
