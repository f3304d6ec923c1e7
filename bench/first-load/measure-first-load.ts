// Measures the first load of the bookings against a plain page of the same rows: node --import tsx bench/first-load/measure-first-load.ts
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import startTalon from '../../e2e/fixtures/start-talon.ts';
import { findChromium } from '../../tools/chromium.mjs';

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

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** The same rows without a script: what this server and this browser need at the very least. */
const plainPage = (rows: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Записи</title><main>${rows}</main>`;

/** Passes everything on to the portal but one address, which is the plain page: one server, one origin for both. */
async function beside(portal: URL, page: () => string) {
  const server = createServer((asked, answered) => {
    if (asked.url === '/plain') {
      answered.setHeader('content-type', 'text/html; charset=utf-8').end(page());
      return;
    }
    const { method = 'GET', url = '/', headers } = asked;
    const onwards = ask({ host: '127.0.0.1', port: portal.port, method, path: url, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(answered);
    });
    onwards.on('error', () => answered.destroy());
    asked.pipe(onwards);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', () => done()));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
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

async function signedIn(browser: Browser, port: number) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
  // tsx keeps the names of functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await page.goto(`${process.env['TALON_URL']}/auth/login?return=/`);
  await page.getByRole('button', { name: 'Анна Соколова' }).click();
  await page.getByRole('heading', { level: 3 }).nth(3).waitFor();
  const rows = await page.locator('main').innerHTML();
  await page.close();
  return { context, rows: rows.replace(/<(svg|button|form)[\s\S]*?<\/\1>/g, ''), port };
}

const stop = await startTalon();
let rows = '';
const server = await beside(new URL(process.env['TALON_URL'] ?? ''), () => plainPage(rows));
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const there = await signedIn(browser, server.port);
  rows = there.rows;
  const loads: Record<'plain' | 'portal', Load[]> = { plain: [], portal: [] };
  for (let round = 0; round < rounds; round += 1) {
    loads.plain.push(await load(there.context, `http://localhost:${server.port}/plain`));
    loads.portal.push(await load(there.context, `http://localhost:${server.port}/`));
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
  server.close();
  await stop();
}
