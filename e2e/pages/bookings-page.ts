import type { Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

/** The list of bookings. */
export class BookingsPage extends PortalPage {
  /** Every ticket of the view that is open. */
  get tickets(): Locator {
    return this.main.getByRole('heading', { level: 3 });
  }

  ticket(name: string | RegExp): Locator {
    return this.main.getByRole('link', { name });
  }

  /** Tickets of one kind; `who` is the doctor or the speciality. */
  ofKind(kind: 'clinic-visit' | 'home-call' | 'appointment-request', who = ''): Locator {
    return this.ticket(new RegExp(`^${this.words(`common.kind.${kind}`)}.*${who}`, 'i'));
  }

  get missingNotice(): Locator {
    return this.main.getByText(this.words('missing.silent.body'));
  }

  get empty(): Locator {
    return this.page.getByText(this.words('my-bookings.empty.upcoming'));
  }

  async open(search = ''): Promise<void> {
    await this.page.goto(`/${search}`);
  }

  async show(view: 'upcoming' | 'past' | 'cancelled'): Promise<void> {
    await this.page.getByRole('link', { name: this.words(`my-bookings.view.${view}`) }).click();
  }
}
