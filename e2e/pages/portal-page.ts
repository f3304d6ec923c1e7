import type { Locator, Page } from '@playwright/test';

export type Words = (id: string, values?: Record<string, string>) => string;

/** What every page of the portal has. */
export abstract class PortalPage {
  protected readonly page: Page;
  protected readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }
}
