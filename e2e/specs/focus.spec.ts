import { Keyboard } from '../fixtures/keyboard.ts';
import { expect, test as base } from '../fixtures/test.ts';

const test = base.extend<{ keyboard: Keyboard }>({
  keyboard: async ({ page }, use) => use(new Keyboard(page)),
});

test('the first stop of every page leads past its head', async ({ page, signIn, bookings, words }) => {
  await signIn('anna');
  await bookings.tickets.first().waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: words('common.skip') })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('a visit is found in the list, looked at and cancelled by the keyboard alone', async ({
  signIn,
  bookings,
  bookingPage,
  cancelPage,
  keyboard,
  words,
}) => {
  await signIn('anna');
  await keyboard.press(bookings.ticket(new RegExp(words('common.visitType.telehealth'))));
  await keyboard.expectAtTitle(words('common.kind.visit'));
  await keyboard.press(bookingPage.cancelLink('visit'));
  await keyboard.expectAtTitle(words('cancel.title.visit'));
  await keyboard.press(cancelPage.yes('visit'));
  await keyboard.press(cancelPage.atOnce);
  await keyboard.expectAtTitle(words('cancel.done.title.visit'));
});

test('a time is chosen, kept and booked by the keyboard alone', async ({
  signIn,
  reservePage,
  keyboard,
  words,
  page,
}) => {
  const choice = (name: RegExp) =>
    reservePage.main.getByRole('link', { name }).or(reservePage.main.getByRole('button', { name })).first();
  await signIn('maria', '/reserve');
  await keyboard.press(choice(/Мария/));
  await keyboard.expectAtTitle(words('reserve.clinic.title'));
  await keyboard.press(choice(/Поликлиника № 1/));
  await keyboard.expectAtTitle(words('reserve.speciality.title'));
  await keyboard.press(choice(/^Терапевт/));
  await keyboard.expectAtTitle(words('reserve.doctor.title'));
  await keyboard.press(choice(/Ефимов/));
  await keyboard.expectAtTitle(words('reserve.time.title'));
  await keyboard.press(reservePage.times.first());
  await keyboard.press(reservePage.button('reserve.check.hold'));
  await keyboard.expectAtTitle(words('reserve.hold.title'));
  await keyboard.press(reservePage.button('reserve.hold.confirm'));
  await expect(page.getByText(words('booking.just.title'))).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('a technician is asked for, and one of the offered times booked, by the keyboard alone', async ({
  page,
  signIn,
  keyboard,
  words,
}) => {
  await signIn('anna', '/requests/new');
  const order = page.getByRole('main').getByRole('combobox');
  await keyboard.reach(order);
  await page.keyboard.press('ArrowDown');
  await expect(order).toHaveValue('7001');
  await keyboard.press(page.getByRole('button', { name: words('requests.submit') }));
  await keyboard.press(page.getByRole('radio').first(), 'Space');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await keyboard.press(page.getByRole('button', { name: words('requests.offered.book') }));
  await expect(page.getByText(words('requests.booked.title'))).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('a registrar finds a patient, opens the list and lets go of them by the keyboard alone', async ({
  page,
  signIn,
  bookings,
  keyboard,
  words,
}) => {
  await signIn('irina', '/desk');
  await keyboard.reach(page.getByLabel(words('desk.policy.label')));
  await page.keyboard.type('5000000000000001');
  const born = page.getByLabel(words('desk.birthDate.label'));
  await keyboard.reach(born);
  // The browser asks in its own language's order, which is not the page's.
  await page.keyboard.type('03141984');
  await expect(born).toHaveValue('1984-03-14');
  await keyboard.press(page.getByRole('button', { name: words('desk.submit') }));
  await keyboard.reach(page.locator('#content').getByRole('link', { name: words('desk.inHand.bookings') }));
  await page.keyboard.press('Enter');
  await bookings.tickets.first().waitFor();
  await keyboard.expectAtTitle(words('my-bookings.title.registrar'));
  await keyboard.press(
    page.getByRole('navigation').getByRole('link', { name: words('common.nav.desk'), exact: true }),
  );
  await keyboard.press(page.getByRole('button', { name: words('desk.inHand.finish') }));
  await expect(page.getByLabel(words('desk.policy.label'))).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
});
