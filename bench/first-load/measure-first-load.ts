// Measures the first load of the bookings against a plain page of the same rows: node --import tsx bench/first-load/measure-first-load.ts
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';
import { median, twoPages } from './two-pages.ts';

const rounds = 7;
/** "Slow 4G", and an old telephone. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const slowdown = 4;

interface Load {
  readonly firstRow: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
}

async function watch(page: Page) {
  await page.addInitScript(() => {
    const seen = { firstRow: 0, lcp: 0, tbt: 0, cls: 0 };
    Object.assign(window, { seen });
    const on = (type: string, tell: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true });
    on('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
    on('longtask', ({ duration }) => (seen.tbt += Math.max(0, duration - 50)));
    on('layout-shift', (entry) => (seen.cls += (entry as PerformanceEntry & { value: number }).value));
    new MutationObserver((_, observer) => {
      if (!document.querySelector('main h3')) return;
      observer.disconnect();
      requestAnimationFrame(() => (seen.firstRow = performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
}

/** One load with nothing in the browser's cache. */
async function load(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await watch(page);
  await page.goto(address, { waitUntil: 'commit' });
  // A shift is known once the row that caused it is there.
  await page.getByRole('heading', { level: 3 }).nth(3).waitFor();
  await page.waitForFunction(() => (window as unknown as { seen: Load }).seen.firstRow > 0);
  const seen = await page.evaluate(() => (window as unknown as { seen: Load }).seen);
  await page.close();
  return seen;
}

const pages = await twoPages();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  // tsx keeps the names of functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await pages.signIn(context);
  const loads: Record<'plain' | 'portal', Load[]> = { plain: [], portal: [] };
  for (let round = 0; round < rounds; round += 1) {
    loads.plain.push(await load(context, pages.addresses.plain));
    loads.portal.push(await load(context, pages.addresses.portal));
  }
  const of = (which: 'plain' | 'portal', what: keyof Load) => median(loads[which].map((one) => one[what]));
  for (const which of ['plain', 'portal'] as const)
    console.log(
      `${which}: first row ${of(which, 'firstRow').toFixed(0)} ms, LCP ${of(which, 'lcp').toFixed(0)} ms, ` +
        `TBT ${of(which, 'tbt').toFixed(0)} ms, CLS ${of(which, 'cls').toFixed(3)}`,
    );
  const ratios = loads.portal.map(({ lcp }, round) => lcp / (loads.plain[round]?.lcp ?? Number.NaN));
  console.log(`LCP of the portal is ${median(ratios).toFixed(2)} times that of the plain page`);
} finally {
  await browser.close();
  await pages.stop();
}
