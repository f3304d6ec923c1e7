import { mkdirSync, writeFileSync } from 'node:fs';
import { freePort } from '../../tools/free-port.mjs';
import { furtherTours, tours } from '../fixtures/every-screen.ts';
import { expect } from '../fixtures/test.ts';
import { test as base } from '../fixtures/tours/tour-test.ts';
import { languages } from '../fixtures/words.ts';
import { scoreOf, type FormFactor } from './lighthouse.ts';

const sizes: readonly { readonly formFactor: FormFactor; readonly viewport: Viewport }[] = [
  { formFactor: 'mobile', viewport: { width: 390, height: 844 } },
  { formFactor: 'desktop', viewport: { width: 1440, height: 900 } },
];
interface Viewport {
  readonly width: number;
  readonly height: number;
}

const test = base.extend<object, { port: number }>({
  port: [async ({}, use) => use(await freePort()), { scope: 'worker' }],
  // Open to Lighthouse too, which brings its own driver.
  browser: [
    async ({ playwright, launchOptions, port }, use) => {
      const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

const results = 'test-results/lighthouse';
mkdirSync(results, { recursive: true });

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    for (const [name, tour] of Object.entries({ ...tours, ...furtherTours }))
      test(`Lighthouse gives 100 to the accessibility of every screen of ${name}`, async ({
        page,
        visitor,
        port,
      }) => {
        test.setTimeout(300_000);
        const scores: object[] = [];
        await tour(visitor, async (screen) => {
          for (const { formFactor, viewport } of sizes) {
            await page.setViewportSize(viewport);
            const { accessibility, because } = await scoreOf(page, port, formFactor);
            scores.push({ screen, language, formFactor, accessibility, because });
            expect.soft(because, `${screen}, ${formFactor}`).toEqual([]);
            expect.soft(accessibility, `${screen}, ${formFactor}`).toBe(100);
          }
        });
        writeFileSync(`${results}/${language} ${name}.json`, JSON.stringify(scores));
      });
  });
