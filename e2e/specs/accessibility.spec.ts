import { axeFindings } from '../fixtures/axe.ts';
import { tours } from '../fixtures/every-screen.ts';
import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

/** The narrowest screen that is promised, in CSS pixels. */
const narrowest = { width: 320, height: 640 };

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    for (const [name, tour] of Object.entries(tours))
      test(`axe finds nothing on any screen of ${name}, and nothing sticks out at 320 px`, async ({
        page,
        sandbox,
        words,
        signIn,
        bookings,
        cancelPage,
        reservePage,
      }) => {
        test.slow();
        const wide = page.viewportSize() ?? { width: 1280, height: 900 };
        const visitor = { page, sandbox, words, signIn, bookings, cancelPage, reservePage };
        await tour(visitor, async (screen) => {
          expect.soft(await axeFindings(page), screen).toEqual([]);
          await page.setViewportSize(narrowest);
          const sticksOut = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect.soft(sticksOut, `${screen} is too wide for 320 px`).toBe(0);
          await page.setViewportSize(wide);
        });
      });
  });

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  for (const name of ['the list', 'cancelling a clinic visit', 'reserving a time'] as const)
    test(`axe finds nothing on any screen of ${name}`, async ({
      page,
      sandbox,
      words,
      signIn,
      bookings,
      cancelPage,
      reservePage,
    }) => {
      test.slow();
      const visitor = { page, sandbox, words, signIn, bookings, cancelPage, reservePage };
      await tours[name]?.(visitor, async (screen) => {
        expect.soft(await axeFindings(page), screen).toEqual([]);
      });
    });
});
