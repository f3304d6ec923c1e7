import type { Locator } from '@playwright/test';
import { PortalPage } from './portal-page.ts';

/** Choosing a time, keeping it, and booking it. */
export class ReservePage extends PortalPage {
  /** Times are named by the clock: 09:20. */
  get times(): Locator {
    return this.main
      .getByRole('link', { name: /^\d{2}:\d{2}/ })
      .or(this.main.getByRole('button', { name: /^\d{2}:\d{2}/ }));
  }

  button(id: string): Locator {
    return this.page.getByRole('button', { name: this.words(id) });
  }

  /** Follows the named choices one after another: person, clinic, speciality, doctor. */
  async choose(...names: readonly (string | RegExp)[]): Promise<void> {
    for (const name of names)
      await this.main.getByRole('link', { name }).or(this.main.getByRole('button', { name })).first().click();
  }

  /** Not the very first: it may begin while it is looked at, every twenty minutes. */
  async chooseTime(): Promise<void> {
    await this.times.nth(1).click();
  }

  /** From the choice of a clinic to the check of a free time: with a therapist, who has some for every grown-up. */
  async chooseTherapist(): Promise<void> {
    await this.choose(/Поликлиника № 1/, 'Терапевт', /Ефимов/);
    await this.chooseTime();
  }

  /** Free times in a list, or everything of a week. */
  async show(view: 'list' | 'week'): Promise<void> {
    await this.main.getByRole('link', { name: this.words(`reserve.view.${view}`) }).click();
  }

  /** Looks for a doctor by a part of the name. */
  async findByName(name: string): Promise<void> {
    await this.main.getByText(this.words('reserve.find.more')).click();
    await this.main.getByRole('searchbox').fill(name);
    await this.main.getByRole('searchbox').press('Enter');
  }

  /** A doctor among those that were found. */
  found(doctor: RegExp): Locator {
    return this.main.getByRole('region', { name: doctor });
  }

  /** Asks the clinic to keep the chosen time. */
  async keep(): Promise<void> {
    await this.button('reserve.check.hold').click();
  }
}
