import type { Page } from '@playwright/test';
import { furtherTours, tours } from '../fixtures/every-screen.ts';
import { test } from '../fixtures/tours/tour-test.ts';
import { languages } from '../fixtures/words.ts';

/** Where somebody holds the portal, in CSS pixels. */
const sizes = {
  phone: { viewport: { width: 390, height: 844 } },
  // Two thirds of its size are enough to look at, and half of the bytes.
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 / 3 },
} as const;
const schemes = ['light', 'dark'] as const;

/** Colours follow the scheme a frame later. */
const painted = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );

for (const language of languages)
  for (const [size, held] of Object.entries(sizes))
    test.describe(`in ${language}, on a ${size}`, () => {
      // Not resized on the way: Chromium does not always paint the edges of a ticket anew.
      test.use({ language, ...held });
      for (const [name, tour] of Object.entries({ ...tours, ...furtherTours }))
        test(name, async ({ page, visitor }) => {
          test.setTimeout(180_000);
          await tour(visitor, async (screen) => {
            // What is behind a question is dimmed no further than the window goes.
            const fullPage = !(await page.getByRole('dialog').isVisible());
            for (const colorScheme of schemes) {
              await page.emulateMedia({ colorScheme });
              await painted(page);
              await page.screenshot({
                path: `docs/pictures/${colorScheme}/${screen}-${language}-${size}.jpg`,
                fullPage,
                type: 'jpeg',
                quality: 40,
              });
            }
            await page.emulateMedia({ colorScheme: 'light' });
          });
        });
    });
