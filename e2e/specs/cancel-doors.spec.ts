import { expect, test } from '../fixtures/test.ts';
import type { Kind } from '../pages/cancel-page.ts';

interface Door {
  readonly operation: string;
  readonly answer: string;
  readonly kind: Kind;
  readonly ticket: RegExp;
  readonly next: string;
  /** The address behind the door. */
  readonly leadsTo: RegExp;
}

const therapist = {
  kind: 'clinic-visit',
  ticket: /^Приём.*терапевт/,
  operation: 'mis.cancel-visit',
} as const;
const homeCall = { kind: 'home-call', ticket: /^Вызов врача/, operation: 'mis.cancel-call' } as const;

/** What cannot be cancelled, and the way that the clinic leaves open instead. */
const doors: readonly Door[] = [
  // A visit of a home call that the clinic does not name: no call is of that doctor and day, so the person chooses.
  {
    ...therapist,
    answer: '4026',
    next: 'open-home-call',
    leadsTo: /kind=home-call/,
  },
  // Somebody else's, or on another card: to the choice of whom to act for.
  { ...therapist, answer: '4086', next: 'choose-person', leadsTo: /^[^?]*\/$/ },
  { ...homeCall, answer: '4023', next: 'choose-person', leadsTo: /^[^?]*\/$/ },
  // Past: another time can be booked.
  { ...therapist, answer: '4010', next: 'book-again', leadsTo: /\/reserve\?person=self$/ },
  { ...homeCall, answer: '4021', next: 'see-bookings', leadsTo: /\/\?person=self$/ },
];

for (const { operation, answer, kind, ticket, next, leadsTo } of doors)
  test(`${operation} ${answer} leads to the door that works: ${next}`, async ({
    page,
    sandbox,
    signIn,
    bookings,
    cancelPage,
    words,
  }) => {
    await sandbox.play(operation, answer, 2);
    await signIn('anna');
    await bookings.ticket(ticket).first().click();
    await cancelPage.ask(kind);
    await cancelPage.now(kind);
    await cancelPage.main.getByRole('link', { name: words(`next.${next}`) }).click();
    await expect(page).toHaveURL(leadsTo);
    await expect(cancelPage.title).toBeFocused();
  });

test('4027 that nobody could know of before goes on as a check-up, only after a plain warning', async ({
  page,
  sandbox,
  signIn,
  bookings,
  cancelPage,
  words,
}) => {
  await signIn('viktor');
  await sandbox.play('mis.cancel-visit', '4027');
  await bookings.ticket(therapist.ticket).first().click();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await page.getByRole('button', { name: words('next.continue-as-check-up') }).click();
  const consent = page.getByRole('checkbox', { name: words('cancel.checkUp.consent') });
  await expect(consent).not.toBeChecked();
  await cancelPage.yes('clinic-visit').click();
  await expect(consent).toBeFocused();
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});
