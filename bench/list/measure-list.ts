// Measures the list of bookings with 100 and 10,000 of them: node --import tsx bench/list/measure-list.ts
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import startTalon from '../../e2e/fixtures/start-talon.ts';
import { findChromium } from '../../tools/chromium.mjs';
import { inventedAnswer } from './invented-list.ts';

const sizes = [100, 10_000] as const;
const rounds = 11;
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;
interface Scrolled {
  readonly frames: number;
  readonly blank: number;
  readonly slowest: number;
  readonly nodes: number;
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function signedIn(
  browser: Browser,
  listsUrl: string,
  size: number,
  viewport: { width: number; height: number },
) {
  const context = await browser.newContext({ viewport, baseURL: process.env['TALON_URL'] ?? '' });
  const page = await context.newPage();
  // tsx keeps the names of functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  // Answered by a server, since a long answer given through the test's own line to the browser would be what is measured.
  await page.route(/\/api\/bookings\/[a-z-]+\?/, (route) =>
    route.continue({ url: `${listsUrl}/${route.request().url().includes('clinic-visits') ? size : 0}` }),
  );
  await page.goto('/auth/login?return=/');
  await page.getByRole('button', { name: 'Анна Соколова' }).click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  return page;
}

/** Says when the first row was on the screen, from the beginning of the navigation. */
const watchFirstRow = (page: Page) =>
  page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('main h3')) return;
      seen.disconnect();
      requestAnimationFrame(() => Object.assign(window, { firstRowAt: performance.now() }));
    });
    seen.observe(document, { childList: true, subtree: true });
  });

async function firstRow(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => 'firstRowAt' in window);
  const at = await page.evaluate(() => (window as unknown as { firstRowAt: number }).firstRowAt);
  // The rest of a long list is not to be read while the next page is measured.
  await page.getByRole('search').waitFor();
  return at;
}

/** Flings through the list and looks at every frame: is there a row in the middle, how many nodes are there, how long did it take. */
async function scrolled(page: Page): Promise<Scrolled> {
  await page.evaluate(() => {
    const result = { frames: 0, blank: 0, slowest: 0, nodes: 0, on: true };
    Object.assign(window, { result });
    let before = performance.now();
    const look = (now: number) => {
      result.frames += 1;
      result.slowest = Math.max(result.slowest, now - before);
      before = now;
      const lists = [...document.querySelectorAll('main ul[role=list]')];
      const nodes = lists.reduce((sum, list) => sum + list.querySelectorAll('*').length + 1, 0);
      result.nodes = Math.max(result.nodes, nodes);
      const at = (share: number) =>
        document.elementsFromPoint(innerWidth / 2, innerHeight * share).some((one) => one.closest('li'));
      // Between two rows there is a gap: only a hole higher than that is blank.
      if (scrollY > innerHeight && !at(0.4) && !at(0.45) && !at(0.5) && !at(0.55)) result.blank += 1;
      if (result.on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.mouse.move(200, 400);
  for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, 700);
  await page.waitForFunction(() => scrollY > 1_000);
  return page.evaluate(() => {
    const { result } = window as unknown as { result: Scrolled & { on: boolean } };
    result.on = false;
    return result;
  });
}

const answers = new Map([0, ...sizes].map((size) => [`/${size}`, inventedAnswer(size, new Date())]));
const lists = createServer((request, reply) => {
  const { contentType, body } = answers.get(request.url ?? '') ?? inventedAnswer(0, new Date());
  // Packed on the way, as the portal's own server does.
  reply.setHeader('content-type', contentType).setHeader('content-encoding', 'gzip');
  Readable.from([body])
    .pipe(createGzip({ level: 4 }))
    .pipe(reply);
});
await new Promise<void>((done) => void lists.listen(0, '127.0.0.1', () => done()));
const listsAt = lists.address();
if (!listsAt || typeof listsAt === 'string') throw new Error('The lists have no port');
const listsUrl = `http://127.0.0.1:${listsAt.port}`;

const stop = await startTalon();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [name, viewport] of Object.entries(screens)) {
    const pages = [];
    for (const size of sizes) pages.push({ size, page: await signedIn(browser, listsUrl, size, viewport) });
    const times = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (const { page } of pages) await watchFirstRow(page);
    // By turns, so that a busy moment of the machine is a part of both.
    for (let round = 0; round < rounds; round += 1)
      for (const { size, page } of pages) times.get(size)?.push(await firstRow(page));
    for (const { size, page } of pages) {
      const { frames, blank, slowest, nodes } = await scrolled(page);
      console.log(
        `${name}, ${size} bookings: first row after ${median(times.get(size) ?? []).toFixed(0)} ms; at most ${nodes} nodes in the list; ` +
          `${frames} frames while scrolling, ${blank} blank, the slowest ${slowest.toFixed(0)} ms`,
      );
      await page.context().close();
    }
    const [few = [], many = []] = times.values();
    const ratios = many.map((time, round) => time / (few[round] ?? Number.NaN));
    console.log(
      `${name}: the first of 10,000 takes ${median(ratios).toFixed(2)} times as long as the first of 100`,
    );
  }
} finally {
  await browser.close();
  lists.close();
  await stop();
}
