import type { Locator, Page } from '@playwright/test';

type Words = (id: string, values?: Record<string, string>) => string;

/** A booking's own page. */
export class BookingPage {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get title(): Locator {
    return this.#page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.#page.getByRole('main');
  }

  cancelLink(kind: string): Locator {
    return this.#page.getByRole('link', { name: this.#words(`booking.cancel.${kind}`) });
  }
}
