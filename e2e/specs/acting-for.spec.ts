import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

const timofey = /Тимофей Орлов, 9/;
const vera = /Вера Орлова, 16/;

/** What the header says of whom all this is for. */
const badge = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('button')
    .filter({ hasText: /Для кого|Acting for/ });

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a parent is told for whom everything is, and asked before what was begun is left', async ({
      page,
      words,
      signIn,
      reservePage,
      expectAccessible,
    }) => {
      await signIn('maria');
      await expect(badge(page)).toContainText(words('common.actingFor.everybody'));
      await badge(page).click();
      await page.getByRole('dialog').getByRole('button', { name: timofey }).click();
      await expect(badge(page)).toContainText(timofey);
      await expect(page).toHaveURL('/?person=child-1');

      await page.goto('/reserve?person=child-1');
      await reservePage.choose(/Детская/);
      await expect(reservePage.title).toHaveText(words('reserve.speciality.title'));
      await badge(page).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: vera }).click();
      await expect(dialog).toContainText(timofey);
      await expectAccessible();
      await dialog.getByRole('button', { name: words('switch-person.no') }).click();
      await expect(badge(page)).toContainText(timofey);
      await expect(badge(page)).toBeFocused();
      await expect(reservePage.title).toHaveText(words('reserve.speciality.title'));

      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: vera }).press('Enter');
      await dialog.getByRole('button', { name: vera }).press('Enter');
      await expect(badge(page)).toContainText(vera);
      await expect(page).toHaveURL('/reserve?person=child-2');
    });
  });

test('a place on a waiting list that was begun for one is asked about before another one is acted for', async ({
  page,
  words,
  signIn,
}) => {
  const clinic = 'c1000000-0000-4000-8000-000000000001';
  await signIn('maria', `/waiting?person=self&clinic=${clinic}&speciality=27`);
  const phone = page.getByRole('textbox', { name: words('waiting.phone.label') });
  await phone.fill('+7 900 000-00-00');
  await badge(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: vera }).click();
  await expect(dialog).toContainText(/место в листе ожидания/);
  await dialog.getByRole('button', { name: words('switch-person.no') }).click();
  await expect(phone).toHaveValue('+7 900 000-00-00');
  await badge(page).click();
  await dialog.getByRole('button', { name: vera }).click();
  await dialog.getByRole('button', { name: vera }).click();
  await expect(page).toHaveURL('/reserve?person=child-2');
});

test('a question about one page is not asked above another one: Back takes it away', async ({
  page,
  signIn,
  reservePage,
  words,
}) => {
  await signIn('maria', '/reserve?person=child-1');
  await reservePage.choose(/Детская/);
  await expect(reservePage.title).toHaveText(words('reserve.speciality.title'));
  await badge(page).click();
  await page.getByRole('dialog').getByRole('button', { name: vera }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(reservePage.title).toHaveText(words('reserve.clinic.title'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(reservePage.title).toBeFocused();
});

test('what one child has is never shown as another’s', async ({ page, signIn, bookings }) => {
  await signIn('maria', '/?person=child-1');
  await expect(bookings.tickets.first()).toBeVisible();
  await badge(page).click();
  await page.getByRole('dialog').getByRole('button', { name: vera }).click();
  await expect(badge(page)).toContainText(vera);
  await expect(bookings.empty).toBeVisible();
  await expect(bookings.tickets).toHaveCount(0);
});

test('somebody who acts only for themselves sees no such thing', async ({ page, signIn, bookings }) => {
  await signIn('anna');
  await expect(bookings.tickets.first()).toBeVisible();
  await expect(badge(page)).toHaveCount(0);
});

test('a registrar sees the patient in hand on every page, and the way to the desk', async ({
  page,
  words,
  signIn,
}) => {
  await signIn('irina', '/desk');
  const patient = page.getByRole('banner').getByRole('link', { name: words('common.actingFor') });
  await expect(patient).toContainText(words('common.actingFor.noPatient'));
  await page.getByLabel(words('desk.policy.label')).fill('5000000000000001');
  await page.getByLabel(words('desk.birthDate.label')).fill('1984-03-14');
  await page.getByRole('button', { name: words('desk.submit') }).click();
  await expect(patient).toContainText(/42 года/);
  await page.goto('/reserve');
  await expect(patient).toContainText(/42 года/);
  await patient.click();
  await expect(page).toHaveURL('/desk');
});
