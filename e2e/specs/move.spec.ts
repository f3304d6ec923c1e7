import { expect, test as base } from '../fixtures/test.ts';
import { MovePage } from '../pages/move-page.ts';

const test = base.extend<{ movePage: MovePage }>({
  movePage: async ({ page, words }, use) => use(new MovePage(page, words)),
});

const therapist = /^(Приём|Clinic visit).*терапевт/;
const paediatrician = /педиатр/;

test('a child’s visit is moved: the new time is sure before the old one goes', async ({
  page,
  sandbox,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('maria');
  await bookings.ticket(paediatrician).click();
  await movePage.choose(3);
  await expect(movePage.title).toHaveText(words('move.ask.title.clinic-visit'));
  await movePage.button('move.yes.clinic-visit').click();
  await expect(movePage.title).toHaveText(words('move.moved.title.clinic-visit'));
  await expect(movePage.main).toContainText(words('move.proof.agrees'));
  for (const write of ['mis.reserve', 'mis.confirm', 'mis.cancel-visit'])
    expect(await sandbox.requests(write), write).toHaveLength(1);
  await page.reload();
  await expect(movePage.title).toHaveText(words('move.moved.title.clinic-visit'));
  await page.goto('/');
  await expect(bookings.ticket(paediatrician)).toHaveCount(1);
});

test('where one visit is allowed, the old one goes first only when that is agreed to', async ({
  sandbox,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await movePage.choose();
  await movePage.button('move.yes.clinic-visit').click();
  await expect(movePage.title).toHaveText(words('move.consent.title'));
  await movePage.button('move.consent.yes').click();
  await expect(movePage.main).toContainText(words('move.consent.missing'));
  expect(await sandbox.requests('mis.cancel-visit')).toEqual([]);
  await movePage.agree();
  await expect(movePage.title).toHaveText(words('move.moved.title.clinic-visit'));
  expect(await sandbox.requests('mis.cancel-visit')).toHaveLength(1);
});

test('a new time that is gone by then has the old one taken back', async ({
  sandbox,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('anna');
  await bookings.ticket(therapist).first().click();
  await movePage.choose();
  await movePage.button('move.yes.clinic-visit').click();
  await expect(movePage.title).toHaveText(words('move.consent.title'));
  await sandbox.play('mis.reserve', '4009');
  await movePage.agree();
  await expect(movePage.title).toHaveText(words('move.restored.title'));
  await expect(movePage.main).toContainText(words('move.old.again'));
});

test('a cancel that is refused leaves both, also after a reload, and goes on from there', async ({
  page,
  sandbox,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('maria');
  await bookings.ticket(paediatrician).click();
  await movePage.choose(3);
  await sandbox.play('mis.cancel-visit', 'unknown-code');
  await movePage.button('move.yes.clinic-visit').click();
  await expect(movePage.title).toHaveText(words('move.both.title'));
  await page.reload();
  await expect(movePage.title).toHaveText(words('move.both.title'));
  await movePage.button('move.both.cancel').click();
  await expect(movePage.title).toHaveText(words('move.moved.title.clinic-visit'));
});

test('a clinic that falls silent half way is checked, and what is on is said', async ({
  page,
  sandbox,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('maria');
  await bookings.ticket(paediatrician).click();
  await movePage.choose(3);
  await sandbox.play('mis.cancel-visit', 'reset', 9);
  await movePage.button('move.yes.clinic-visit').click();
  await expect(movePage.title).toHaveText(words('move.checking.cancel'));
  await expect(movePage.main).toContainText(words('move.new.on'));
  await page.reload();
  await expect(movePage.title).toHaveText(words('move.checking.cancel'));
});

test('a visit of Loop is moved by its own reschedule, and keeps its address', async ({
  page,
  sandbox,
  signIn,
  movePage,
  words,
}) => {
  await signIn('anna', '/bookings/visits/visit-1?person=self');
  await movePage.choose();
  await movePage.button('move.yes.visit').click();
  await expect(movePage.title).toHaveText(words('move.moved.title.visit'));
  const [request, ...more] = await sandbox.requests('loop.reschedule');
  expect(more).toEqual([]);
  expect(request?.body).toEqual({ new_slot_id: expect.stringMatching(/^slot-/) });
  await page.reload();
  await expect(movePage.title).toHaveText(words('move.moved.title.visit'));
});

for (const [answer, failure] of [
  ['409', 'taken'],
  ['unknown-code', 'unrecognised'],
] as const)
  test(`loop.reschedule answers ${answer}: ${failure} is said in words`, async ({
    sandbox,
    signIn,
    movePage,
    words,
  }) => {
    await signIn('anna', '/bookings/visits/visit-1?person=self');
    await movePage.choose();
    await sandbox.play('loop.reschedule', answer);
    await movePage.button('move.yes.visit').click();
    await expect(movePage.main).toContainText(words(`failures.loop.move-visit.${failure}.title`));
  });

for (const answer of ['404', '412'])
  test(`loop.reschedule answers ${answer} of a visit that is still on: nothing is told as a fact`, async ({
    sandbox,
    signIn,
    movePage,
    words,
  }) => {
    await signIn('anna', '/bookings/visits/visit-1?person=self');
    await movePage.choose();
    await sandbox.play('loop.reschedule', answer);
    await movePage.button('move.yes.visit').click();
    await expect(movePage.title).toHaveText(words('move.checking.move'));
  });

test('a lost answer of Loop is found by which slot the visit is in', async ({
  sandbox,
  signIn,
  movePage,
  words,
}) => {
  await signIn('anna', '/bookings/visits/visit-1?person=self');
  await movePage.choose();
  await sandbox.play('loop.reschedule', 'reset-after-commit');
  await movePage.button('move.yes.visit').click();
  await expect(movePage.title).toHaveText(words('move.moved.title.visit'));
  expect(await sandbox.requests('loop.reschedule')).toHaveLength(1);
});

test('what cannot be moved offers no link, and says why at its address', async ({
  page,
  signIn,
  bookings,
  movePage,
  words,
}) => {
  await signIn('viktor');
  await bookings.ticket(/кардиолог/i).click();
  await expect(movePage.title).toHaveText(words('common.kind.clinic-visit'));
  await expect(page.getByRole('link', { name: words('move.link') })).toHaveCount(0);
  await page.goto(page.url().replace(/\?/, '/move?'));
  await expect(movePage.main).toContainText(words('move.not.part-of-check-up'));
});

for (const language of ['ru', 'en'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('every page of a move is accessible', async ({
      signIn,
      bookings,
      movePage,
      page,
      sandbox,
      words,
      expectAccessible,
    }) => {
      await signIn('anna');
      await bookings.ticket(therapist).first().click();
      await page.getByRole('link', { name: words('move.link') }).click();
      await movePage.times.first().waitFor();
      await expectAccessible();
      await movePage.times.first().click();
      await movePage.button('move.yes.clinic-visit').waitFor();
      await expectAccessible();
      await movePage.button('move.yes.clinic-visit').click();
      await expect(movePage.title).toHaveText(words('move.consent.title'));
      await expect(movePage.title).toBeFocused();
      await expectAccessible();
      await sandbox.play('mis.reserve', '4009', 2);
      await movePage.agree();
      await expect(movePage.title).toHaveText(words('move.neither.title'));
      await expectAccessible();
    });
  });
