import { axeFindings } from '../fixtures/axe.ts';
import { tours } from '../fixtures/every-screen.ts';
import { moving, withoutRoom } from '../fixtures/room.ts';
import { expect } from '../fixtures/test.ts';
import { test } from '../fixtures/tours/tour-test.ts';
import { languages } from '../fixtures/words.ts';

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    for (const [name, tour] of Object.entries(tours))
      test(`axe finds nothing on any screen of ${name}; all has room at 400 % and in large letters, and nothing moves`, async ({
        page,
        visitor,
      }) => {
        test.slow();
        await tour(visitor, async (screen) => {
          expect.soft(await axeFindings(page), screen).toEqual([]);
          expect.soft(await withoutRoom(page), screen).toEqual([]);
          expect.soft(await moving(page), screen).toEqual([]);
        });
      });
  });

const reducedMotion = 'reduce';
const shown = {
  'in the dark': { options: { colorScheme: 'dark', contextOptions: { reducedMotion } }, without: [] },
  'in colours that a person has forced': {
    options: { colorScheme: 'dark', contextOptions: { reducedMotion, forcedColors: 'active' } },
    // axe reads which colour we asked for, not the one that the person has forced.
    without: ['color-contrast'],
  },
} as const;

for (const [how, { options, without }] of Object.entries(shown))
  test.describe(how, () => {
    test.use(options);
    for (const name of ['the list', 'cancelling a clinic visit', 'reserving a time'] as const)
      test(`axe finds nothing on any screen of ${name}`, async ({ page, visitor }) => {
        test.slow();
        await tours[name]?.(visitor, async (screen) => {
          expect.soft(await axeFindings(page, { without }), screen).toEqual([]);
        });
      });
  });
