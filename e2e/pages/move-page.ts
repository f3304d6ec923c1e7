import type { Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

/** Moving a booking to another time. */
export class MovePage extends PortalPage {
  get times(): Locator {
    return this.main.getByRole('link', { name: /^\d{2}:\d{2}$/ });
  }

  button(id: string): Locator {
    return this.page.getByRole('button', { name: this.words(id), exact: true });
  }

  /** From a booking's page to the free times, and to the one that comes so many after the first. */
  async choose(after = 0): Promise<void> {
    await this.page.getByRole('link', { name: this.words('move.link') }).click();
    await this.times.nth(after).click();
  }

  /** Agrees to the old booking going first. */
  async agree(): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.words('move.consent.agree') }).check();
    await this.button('move.consent.yes').click();
  }
}
