import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

for (const language of languages)
  test.describe(`before a time is kept, in ${language}`, () => {
    test.use({ language });

    test('what could not be compared with it is named, and can be asked again', async ({
      page,
      sandbox,
      signIn,
      reservePage,
      words,
      expectAccessible,
    }) => {
      await sandbox.play('loop.list', 'down', 50);
      await signIn('anna', '/reserve');
      await reservePage.chooseTherapist();
      const notice = reservePage.main.getByText(words('reserve.unseen.body'));
      await expect(notice).toBeVisible();
      await expect(reservePage.main).toContainText(words('my-bookings.source.visits'));
      await expect(reservePage.button('reserve.check.hold')).toBeEnabled();
      await expectAccessible();
      await sandbox.stopPlaying();
      await reservePage.button('reserve.unseen.again').press('Enter');
      // A system that was down is left alone for some seconds, and the check outlasts them.
      await expect(notice).toHaveCount(0, { timeout: 12_000 });
      const done = reservePage.main.locator(':focus');
      await expect(done).toHaveText(words('reserve.unseen.done'));
      await expect(reservePage.main).toContainText('Кузнецова');
      await expect(page.getByText(words('reserve.clash.same-speciality.body'))).toBeVisible();
    });
  });

test('a time without anything in its way is not spoken about', async ({
  page,
  signIn,
  reservePage,
  words,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.chooseTherapist();
  await expect(reservePage.button('reserve.check.hold')).toBeVisible();
  await expect(page.getByText(words('reserve.unseen.body'))).toHaveCount(0);
});
