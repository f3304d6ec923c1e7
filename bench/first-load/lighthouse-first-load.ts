// Lighthouse's own figures of the first load: node --import tsx bench/first-load/lighthouse-first-load.ts (after `npm run lighthouse` has brought it once)
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/chromium.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { median, twoPages } from './two-pages.ts';

const rounds = 5;
const audits = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
} as const;
type Figure = keyof typeof audits;

interface Lighthouse {
  default(
    url: string,
    flags: object,
  ): Promise<
    { lhr: { audits: Readonly<Record<string, { readonly numericValue?: number } | undefined>> } } | undefined
  >;
}

/** It is no part of this tree: only who runs Lighthouse has it. */
const apart = createRequire(new URL('../../tools/lighthouse/package.json', import.meta.url));
const lighthouse = (await import(pathToFileURL(apart.resolve('lighthouse')).href)) as Lighthouse;

async function figures(url: string, port: number): Promise<Record<Figure, number>> {
  // Signed in, and otherwise as Lighthouse loads a page by itself: a telephone, slow 4G and a slow processor, all simulated.
  const flags = { port, onlyCategories: ['performance'], disableStorageReset: true, logLevel: 'error' };
  const result = await lighthouse.default(url, flags);
  const figure = (name: Figure) => result?.lhr.audits[audits[name]]?.numericValue ?? Number.NaN;
  return { FCP: figure('FCP'), LCP: figure('LCP'), TBT: figure('TBT'), CLS: figure('CLS') };
}

const pages = await twoPages();
const port = await freePort();
const profile = mkdtempSync(join(tmpdir(), 'talon-first-load-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  locale: 'ru-RU',
});
try {
  await pages.signIn(context);
  const seen = { plain: [] as Record<Figure, number>[], portal: [] as Record<Figure, number>[] };
  for (let round = 0; round < rounds; round += 1)
    for (const which of ['plain', 'portal'] as const)
      seen[which].push(await figures(pages.addresses[which], port));
  const of = (which: 'plain' | 'portal', what: Figure) => median(seen[which].map((one) => one[what]));
  for (const which of ['plain', 'portal'] as const)
    console.log(
      `${which}: FCP ${of(which, 'FCP').toFixed(0)} ms, LCP ${of(which, 'LCP').toFixed(0)} ms, ` +
        `TBT ${of(which, 'TBT').toFixed(0)} ms, CLS ${of(which, 'CLS').toFixed(3)}`,
    );
  const ratios = seen.portal.map(({ LCP }, round) => LCP / (seen.plain[round]?.LCP ?? Number.NaN));
  console.log(`LCP of the portal is ${median(ratios).toFixed(2)} times that of the plain page`);
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  await pages.stop();
}
