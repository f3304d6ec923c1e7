import { furtherTours, tours } from '../fixtures/every-screen.ts';
import { test } from '../fixtures/tours/tour-test.ts';
import { languages } from '../fixtures/words.ts';

/** Where somebody holds the portal, in CSS pixels. */
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;
const schemes = ['light', 'dark'] as const;

for (const language of languages)
  for (const [size, viewport] of Object.entries(sizes))
    test.describe(`in ${language}, on a ${size}`, () => {
      // Not resized on the way: Chromium does not always paint the edges of a ticket anew.
      test.use({ language, viewport });
      for (const [name, tour] of Object.entries({ ...tours, ...furtherTours }))
        test(name, async ({ page, visitor }) => {
          test.setTimeout(180_000);
          await tour(visitor, async (screen) => {
            for (const colorScheme of schemes) {
              await page.emulateMedia({ colorScheme });
              await page.screenshot({
                path: `docs/pictures/${colorScheme}/${screen}-${language}-${size}.jpg`,
                fullPage: true,
                type: 'jpeg',
                quality: 60,
              });
            }
            await page.emulateMedia({ colorScheme: 'light' });
          });
        });
    });
