import type { Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

const patients = {
  anna: { policy: '5000000000000001', birthDate: '1984-03-14' },
  pavel: { policy: '5000000000000002', birthDate: '1981-07-02' },
} as const;

type Patient = keyof typeof patients;

/** The desk: a patient is found, is in hand, and is put away. */
export class DeskPage extends PortalPage {
  get policy(): Locator {
    return this.page.getByLabel(this.words('desk.policy.label'));
  }

  get birthDate(): Locator {
    return this.page.getByLabel(this.words('desk.birthDate.label'));
  }

  get submit(): Locator {
    return this.page.getByRole('button', { name: this.words('desk.submit') });
  }

  /** Puts the patient in hand away. */
  get finish(): Locator {
    return this.page.getByRole('button', { name: this.words('desk.inHand.finish') });
  }

  /** The way to the desk from any other page. */
  get link(): Locator {
    return this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.words('common.nav.desk'), exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto('/desk');
  }

  async fill(who: Patient): Promise<void> {
    await this.policy.fill(patients[who].policy);
    await this.birthDate.fill(patients[who].birthDate);
  }

  /** Finds a patient, who is in hand from then on. */
  async find(who: Patient): Promise<void> {
    await this.fill(who);
    await this.submit.click();
    await this.finish.waitFor();
  }

  /** Puts the patient in hand away, and finds another one. */
  async change(who: Patient): Promise<void> {
    await this.finish.click();
    await this.find(who);
  }

  /** From the patient in hand to something that is done for them. */
  async goTo(what: 'bookings' | 'reserve'): Promise<void> {
    await this.main.getByRole('link', { name: this.words(`desk.inHand.${what}`) }).click();
  }
}
