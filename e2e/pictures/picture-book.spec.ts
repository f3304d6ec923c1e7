import { furtherTours, tours } from '../fixtures/every-screen.ts';
import { test } from '../fixtures/tours/tour-test.ts';
import { languages } from '../fixtures/words.ts';

/** Where somebody holds the portal, in CSS pixels. */
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;
const schemes = ['light', 'dark'] as const;

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    for (const [name, tour] of Object.entries({ ...tours, ...furtherTours }))
      test(name, async ({ page, visitor }) => {
        test.setTimeout(180_000);
        await tour(visitor, async (screen) => {
          for (const colorScheme of schemes)
            for (const [size, viewport] of Object.entries(sizes)) {
              await page.emulateMedia({ colorScheme });
              await page.setViewportSize(viewport);
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
