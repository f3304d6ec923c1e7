import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

const therapists = 'clinic=c1000000-0000-4000-8000-000000000001&speciality=27';
const pages = [
  '/?person=child-1',
  '/reserve?person=child-1',
  `/reserve?person=self&${therapists}`,
  '/requests/new?person=self',
  `/waiting?person=self&${therapists}`,
];

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 390])
  test(`with letters twice as large nothing leaves a screen of ${width} px sideways, and no word stands on end`, async ({
    page,
    words,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      }),
    );
    await signIn('maria');
    for (const address of pages)
      await test.step(address, async () => {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect(page.getByText(words('common.loading'))).toHaveCount(0);
        expect(await sideways(page)).toBe(0);
      });
    await page.goto(`/reserve?person=child-1`);
    const chosen = page.getByRole('complementary', { name: words('reserve.chosen.heading') });
    const name = await chosen.getByText(/Тимофей Орлов, 9/).boundingBox();
    expect(name?.height).toBeLessThan(300);
  });
