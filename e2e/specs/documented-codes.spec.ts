import { expect, test } from '../fixtures/test.ts';
import { languages, wordsIn } from '../fixtures/words.ts';
import type { Kind } from '../pages/cancel-page.ts';

interface Case {
  readonly answer: string;
  readonly failure: string;
}

/** Every refusal that the documents print for a cancel, and one that none prints. */
const cancels: readonly {
  readonly operation: string;
  readonly kind: Kind;
  readonly ticket: { readonly ru: RegExp; readonly en: RegExp };
  readonly cases: readonly Case[];
}[] = [
  {
    operation: 'mis.cancel-visit',
    kind: 'clinic-visit',
    ticket: { ru: /^Приём.*терапевт/, en: /^Clinic visit.*терапевт/ },
    cases: [
      { answer: '4010', failure: 'mis.cancel-visit.time-passed' },
      { answer: '4026', failure: 'mis.cancel-visit.linked-home-call' },
      { answer: '4027', failure: 'mis.cancel-visit.part-of-check-up' },
      { answer: '4086', failure: 'mis.cancel-visit.other-person' },
      { answer: '5068', failure: 'mis.cancel-visit.not-found' },
      { answer: '5007', failure: 'mis.cancel-visit.token-expired' },
      { answer: '5008', failure: 'mis.cancel-visit.token-malformed' },
      { answer: '5009', failure: 'mis.cancel-visit.signature-wrong' },
      { answer: '5010', failure: 'mis.cancel-visit.token-missing' },
      { answer: 'unknown-code', failure: 'mis.cancel-visit.unrecognised' },
    ],
  },
  {
    operation: 'mis.cancel-call',
    kind: 'home-call',
    ticket: { ru: /^Вызов врача/, en: /^Home doctor call/ },
    cases: [
      { answer: '4021', failure: 'mis.cancel-call.time-passed' },
      { answer: '4022', failure: 'mis.cancel-call.not-active' },
      { answer: 'misspelt-key', failure: 'mis.cancel-call.not-active' },
      { answer: '4023', failure: 'mis.cancel-call.other-card' },
      { answer: '5023', failure: 'mis.cancel-call.not-confirmed' },
      { answer: '5068', failure: 'mis.cancel-call.not-found' },
      { answer: '5007', failure: 'mis.cancel-call.token-expired' },
      { answer: '5008', failure: 'mis.cancel-call.token-malformed' },
      { answer: '5009', failure: 'mis.cancel-call.signature-wrong' },
      { answer: '5010', failure: 'mis.cancel-call.token-missing' },
      { answer: '415', failure: 'mis.cancel-call.content-type' },
      { answer: 'unknown-code', failure: 'mis.cancel-call.unrecognised' },
    ],
  },
  {
    operation: 'loop.cancel',
    kind: 'visit',
    ticket: { ru: /^Визит по видеосвязи/, en: /^Video visit/ },
    cases: [
      { answer: '404', failure: 'loop.cancel-visit.not-found' },
      { answer: '412', failure: 'loop.cancel-visit.wrong-status' },
      { answer: 'unknown-code', failure: 'loop.cancel-visit.unrecognised' },
    ],
  },
];

/** What says how a booking stands, of a booking that is still listed as it was, proves nothing: it is being checked, not refused. */
const staysUnknown = new Set([
  'mis.cancel-visit.not-found',
  'mis.cancel-call.not-active',
  'mis.cancel-call.not-found',
  'loop.cancel-visit.not-found',
  'loop.cancel-visit.wrong-status',
  'connect.cancel-request.not-found',
]);

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });
    for (const { operation, kind, ticket, cases } of cancels)
      for (const { answer, failure } of cases)
        test(`${operation} answers ${answer}: ${failure} is said in words`, async ({
          sandbox,
          signIn,
          bookings,
          cancelPage,
          words,
        }) => {
          await sandbox.play(operation, answer, 2);
          await signIn('anna');
          await bookings.ticket(ticket[language]).first().click();
          await cancelPage.ask(kind);
          await cancelPage.now(kind);
          const title = staysUnknown.has(failure)
            ? words(`cancel.unknown.title.${kind}`)
            : words(`failures.${failure}.title`);
          await expect(cancelPage.title).toHaveText(title);
          if (answer === 'unknown-code') {
            await cancelPage.openDetails();
            await expect(cancelPage.main).toContainText(
              /Приём граждан приостановлен|does not take cancellations/,
            );
          }
        });

    for (const { answer, failure } of [
      { answer: '404', failure: 'connect.cancel-request.not-found' },
      { answer: '401', failure: 'connect.cancel-request.unauthorised' },
      { answer: 'unknown-code', failure: 'connect.cancel-request.unrecognised' },
    ] satisfies Case[])
      test(`connect.cancel-request answers ${answer}: ${failure} is said in words`, async ({
        page,
        sandbox,
        signIn,
        cancelPage,
        words,
      }) => {
        await signIn('anna', '/requests/new');
        await page.getByRole('main').getByRole('combobox').selectOption('7001');
        await page.getByRole('button', { name: words('requests.submit') }).click();
        await expect(page).toHaveURL(/\/bookings\/requests\//);
        await sandbox.play('connect.cancel-request', answer, 2);
        await cancelPage.ask('appointment-request');
        await cancelPage.now('appointment-request');
        const title = staysUnknown.has(failure)
          ? words('cancel.unknown.title.appointment-request')
          : words(`failures.${failure}.title`);
        await expect(cancelPage.title).toHaveText(title);
      });

    test('connect.cancel-request answers 500 twice: it is not known, and said so', async ({
      page,
      sandbox,
      signIn,
      cancelPage,
      words,
    }) => {
      await signIn('anna', '/requests/new');
      await page.getByRole('main').getByRole('combobox').selectOption('7001');
      await page.getByRole('button', { name: words('requests.submit') }).click();
      await expect(page).toHaveURL(/\/bookings\/requests\//);
      // The first is asked once more, for that can do nothing twice.
      await sandbox.play('connect.cancel-request', '500', 2);
      await cancelPage.ask('appointment-request');
      await cancelPage.now('appointment-request');
      await expect(cancelPage.title).toHaveText(words('cancel.unknown.title.appointment-request'));
    });

    for (const { answer, failure } of [
      { answer: '4036', failure: 'mis.reserve.nothing-chosen' },
      { answer: '4005', failure: 'mis.reserve.childrens-clinic' },
      { answer: '4007-ban', failure: 'mis.reserve.self-booking-banned' },
      { answer: '4007-register', failure: 'mis.reserve.not-under-observation' },
      { answer: '4007-other', failure: 'mis.reserve.registry-only' },
      { answer: '4008', failure: 'mis.reserve.already-booked' },
      { answer: '4009', failure: 'mis.reserve.taken' },
      { answer: '4029', failure: 'mis.reserve.age-limit' },
      { answer: '5009', failure: 'mis.reserve.signature-wrong' },
      { answer: 'unknown-code', failure: 'mis.reserve.unrecognised' },
    ] satisfies Case[])
      test(`mis.reserve answers ${answer}: ${failure} is said in words`, async ({
        sandbox,
        signIn,
        reservePage,
      }) => {
        await signIn('pavel', '/reserve');
        await reservePage.choose(/Поликлиника № 1/, 'Терапевт', /Ефимов/);
        await sandbox.play('mis.reserve', answer, 2);
        await reservePage.chooseTime();
        await reservePage.keep();
        await expect(reservePage.main).toContainText(wordsIn(language, `failures.${failure}.title`));
        if (answer === '4008') {
          await expect(reservePage.main).toContainText('Кузнецова Елена Павловна');
          await expect(reservePage.main).toContainText('24.11.2026 10:20');
        }
      });
  });
