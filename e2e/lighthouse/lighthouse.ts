import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';

export type FormFactor = 'mobile' | 'desktop';

export interface Score {
  /** Of 100; Lighthouse's number. */
  readonly accessibility: number;
  /** What it was lowered by. */
  readonly because: readonly string[];
}

interface Report {
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
}
interface Lighthouse {
  snapshot(page: unknown, options: { config: object }): Promise<{ lhr: Report } | undefined>;
}
interface Browser {
  pages(): Promise<readonly { url(): string }[]>;
  disconnect(): Promise<void>;
}
interface Puppeteer {
  connect(options: { browserURL: string; defaultViewport: null }): Promise<Browser>;
}

/** They are no part of this tree: only who runs Lighthouse has them. */
const apart = createRequire(new URL('../../tools/lighthouse/package.json', import.meta.url));
const bring = async (name: string): Promise<object> => import(pathToFileURL(apart.resolve(name)).href);
const lighthouse = (await bring('lighthouse')) as Lighthouse;
const { default: puppeteer } = (await bring('puppeteer-core')) as { default: Puppeteer };

/** The page as it stands: neither loaded again nor made smaller, which would lose where the visitor has come to. */
const asItStands = (formFactor: FormFactor) => ({
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: ['accessibility'],
    formFactor,
    screenEmulation: { disabled: true },
    throttlingMethod: 'provided',
    emulatedUserAgent: false,
    disableStorageReset: true,
    disableFullPageScreenshot: true,
  },
});

/** What Lighthouse says of a page that Playwright has opened, seen through the browser's own door for such tools. */
export async function scoreOf(page: Page, port: number, formFactor: FormFactor): Promise<Score> {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
  try {
    const same = (await browser.pages()).find((one) => one.url() === page.url());
    if (!same) throw new Error(`Lighthouse does not find ${page.url()}`);
    const result = await lighthouse.snapshot(same, { config: asItStands(formFactor) });
    const category = result?.lhr.categories['accessibility'];
    if (!result || !category) throw new Error(`Lighthouse gave no score to ${page.url()}`);
    const because = category.auditRefs
      .map(({ id }) => ({ id, audit: result.lhr.audits[id] }))
      .filter(({ audit }) => typeof audit?.score === 'number' && audit.score < 1)
      .map(({ id, audit }) => `${id}: ${audit?.title ?? ''}`);
    return { accessibility: Math.round((category.score ?? 0) * 100), because };
  } finally {
    await browser.disconnect();
  }
}
