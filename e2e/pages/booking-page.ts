import type { Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

/** A booking's own page. */
export class BookingPage extends PortalPage {
  cancelLink(kind: string): Locator {
    return this.page.getByRole('link', { name: this.words(`booking.cancel.${kind}`) });
  }
}
