import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

test('to a patient there is no such page', async ({ page, words, signIn }) => {
  await signIn('anna', '/message-lab');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('common.notFound.title'));
  await expect(page.getByRole('figure')).toHaveCount(0);
});

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a registrar sees how an action may end, in every language, and axe finds nothing', async ({
      page,
      words,
      signIn,
      expectAccessible,
    }) => {
      await signIn('irina', '/message-lab');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('message-lab.title'));
      await page.getByLabel(words('message-lab.choose.operation')).selectOption('reserve');
      const taken = page.locator('section', { hasText: 'mis.reserve.taken' });
      await expect(taken.getByText('Запись не создана: это время только что заняли')).toHaveCount(2);
      await expect(taken.getByText('4009: Not booked: the time has just been taken')).toHaveCount(2);
      await page.getByLabel(words('message-lab.choose.width')).selectOption('phone');
      await expect(taken.getByText('4009: Not booked: the time has just been taken')).toHaveCount(1);
      await expectAccessible();
      await page.setViewportSize({ width: 320, height: 640 });
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    });
  });
