import { expect, type Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

export type Kind = 'clinic-visit' | 'home-call' | 'appointment-request' | 'visit';

/** The pages of a cancel: the question, the progress, the result. */
export class CancelPage extends PortalPage {
  yes(kind: Kind): Locator {
    return this.page.getByRole('button', { name: this.words(`cancel.yes.${kind}`) });
  }

  /** What ends the undo delay before its time. */
  get atOnce(): Locator {
    return this.page.getByRole('button', { name: this.words('cancel.undo.now') });
  }

  /** Says yes, and does not wait to think better of it. */
  async now(kind: Kind): Promise<void> {
    await this.yes(kind).click();
    await this.atOnce.click();
  }

  /** From a booking's page to the question. */
  async ask(kind: Kind): Promise<void> {
    await this.page.getByRole('link', { name: this.words(`booking.cancel.${kind}`) }).click();
    await expect(this.title).toHaveText(this.words(`cancel.title.${kind}`));
  }

  async openDetails(): Promise<void> {
    await this.page.getByText(this.words('common.details'), { exact: true }).click();
  }
}
