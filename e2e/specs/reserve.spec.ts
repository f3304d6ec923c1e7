import { expect, test } from '../fixtures/test.ts';

const therapist = [/Поликлиника № 1/, 'Терапевт', /Ефимов/] as const;

test('a time is chosen, kept and booked, and the booking has its own page', async ({
  page,
  sandbox,
  signIn,
  bookings,
  reservePage,
  words,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  await expect(reservePage.main).toContainText('Ефимов Роман Андреевич');
  const [request] = await sandbox.requests('mis.reserve');
  expect(request?.body).toMatchObject({ ageCategory: 'ADULT', reserveTime: 10 });
  expect(Object.keys(Object(request?.body)).sort()).toEqual(['ageCategory', 'reserveTime', 'timeTable']);
  await reservePage.button('reserve.hold.confirm').click();
  await expect(reservePage.main).toContainText(words('booking.just.title'));
  await page.goto('/');
  await expect(bookings.tickets).toHaveCount(1);
});

test('a kept time survives a reload, is no booking yet, and is given back', async ({
  page,
  sandbox,
  signIn,
  bookings,
  reservePage,
  words,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  const here = page.url();
  await page.goto('/');
  await expect(bookings.empty).toBeVisible();
  await page.goto(here);
  await page.reload();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  await reservePage.button('reserve.hold.release').click();
  await expect(reservePage.title).toHaveText(words('reserve.released.title'));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

for (const { child, category } of [
  { child: /Тимофей/, category: 'CHILD' },
  { child: /Вера/, category: 'TEEN' },
])
  test(`a parent books for a child, and the clinic is told ${category}`, async ({
    sandbox,
    signIn,
    reservePage,
    words,
  }) => {
    await signIn('maria', '/reserve');
    await reservePage.choose(child, /Детская поликлиника/, 'Офтальмолог', /Нилова/);
    await reservePage.chooseTime();
    await reservePage.keep();
    await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
    const [request] = await sandbox.requests('mis.reserve');
    expect(request?.body).toMatchObject({ ageCategory: category });
    await reservePage.button('reserve.hold.confirm').click();
    await expect(reservePage.main).toContainText(words('booking.just.title'));
  });

test('a hold whose reply was lost is found, and offered as the hold that it is', async ({
  sandbox,
  signIn,
  reservePage,
  words,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.choose(...therapist);
  await sandbox.play('mis.reserve', 'reset-after-commit');
  await reservePage.chooseTime();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
  expect(await sandbox.requests('mis.reserve')).toHaveLength(1);
});

test('the time is taken while I decide: nothing is booked, and the nearest times are under my hands', async ({
  page,
  sandbox,
  signIn,
  reservePage,
  words,
  expectAccessible,
}) => {
  await signIn('pavel', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await sandbox.play('mis.reserve', '4009');
  await reservePage.keep();
  const notice = reservePage.main.getByText(words('failures.mis.reserve.taken.title')).locator('xpath=..');
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('link')).toHaveCount(3);
  await expectAccessible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reservePage.title).toHaveText(words('reserve.check.title'));
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('reserve.hold.title'));
});

test('a second visit to one speciality is warned of, refused, and then a choice', async ({
  signIn,
  reservePage,
  words,
  page,
  expectAccessible,
}) => {
  await signIn('anna', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await expect(reservePage.main).toContainText('вы уже записаны к врачу этой специальности');
  await expectAccessible();
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('failures.mis.reserve.already-booked.title'));
  await expect(reservePage.main).toContainText(words('reserve.old.body'));
  await expectAccessible();
  await expect(reservePage.main.getByRole('link', { name: words('reserve.old.giveUp') })).toBeVisible();
  await reservePage.main.getByRole('link', { name: words('reserve.old.keep') }).click();
  await expect(page).toHaveURL(/bookings\/clinic-visits/);
  await expect(reservePage.main).toContainText('Кузнецова');
});
