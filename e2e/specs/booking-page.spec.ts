import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { languages } from '../fixtures/words.ts';

/** The file that a link leads to, as the browser that shows the link would get it. */
async function calendarFile(page: Page, name: string) {
  const address = await page.getByRole('link', { name }).getAttribute('href');
  const reply = await page.request.get(address ?? '');
  return { status: reply.status(), type: reply.headers()['content-type'], text: await reply.text() };
}
const uid = (text: string) => /^UID:(.+)\r$/m.exec(text)?.[1];
const sequence = (text: string) => Number(/^SEQUENCE:(\d+)\r$/m.exec(text)?.[1]);

for (const language of languages)
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the page of a booking says how to get there, what to bring, and is accessible', async ({
      page,
      words,
      signIn,
      bookings,
      bookingPage,
      expectAccessible,
    }) => {
      await signIn('anna');
      await bookings.ofKind('clinic-visit', 'терапевт').click();
      await expect(bookingPage.title).toHaveText(words('common.kind.clinic-visit'));
      await expect(page.getByRole('heading', { name: words('booking.place.title') })).toBeVisible();
      await expect(page.getByRole('link', { name: words('booking.place.map') })).toHaveAttribute(
        'href',
        /^https:\/\/www\.openstreetmap\.org\/search\?query=/,
      );
      await expect(bookingPage.main).toContainText(words('booking.bring.policy'));
      await page.getByText(words('booking.hours.week')).click();
      await expect(page.getByText('9:00 - 14:00')).toBeVisible();
      await expectAccessible();
    });

    test('the calendar file speaks the language of the page', async ({ page, words, signIn, bookings }) => {
      await signIn('anna');
      await bookings.ofKind('clinic-visit', 'терапевт').click();
      const { type, text } = await calendarFile(page, words('booking.calendar.add'));
      expect(type).toBe('text/calendar; charset=utf-8; method=PUBLISH');
      expect(text).toContain(`SUMMARY:${words('common.kind.clinic-visit')}`);
    });
  });

test('a calendar that took a booking takes it back once it is cancelled', async ({
  page,
  words,
  signIn,
  bookings,
  cancelPage,
}) => {
  await signIn('anna');
  await bookings.ofKind('clinic-visit', 'терапевт').click();
  const before = await calendarFile(page, words('booking.calendar.add'));
  const address = page.url();
  await cancelPage.ask('clinic-visit');
  await cancelPage.now('clinic-visit');
  await expect(cancelPage.title).toHaveText(words('cancel.done.title.clinic-visit'));
  await page.goto(address);
  const after = await calendarFile(page, words('booking.calendar.remove'));
  expect(after.text).toContain('METHOD:CANCEL');
  expect(after.text).toContain('STATUS:CANCELLED');
  expect(uid(after.text)).toBe(uid(before.text));
  expect(sequence(after.text)).toBeGreaterThan(sequence(before.text));
});

test('whoever asks for the file while the clinic is silent stays with the booking, and is told', async ({
  page,
  sandbox,
  words,
  signIn,
  bookings,
  bookingPage,
}) => {
  await signIn('anna');
  // The page shows what the list knew while it reads the booking itself: that reading is not the one to fail.
  const read = page.waitForResponse(/\/api\/bookings\/clinic-visits\/[^/]+\?/);
  await bookings.ofKind('clinic-visit', 'терапевт').click();
  await read;
  const link = page.getByRole('link', { name: words('booking.calendar.add') });
  await sandbox.play('mis.list-visits', 'down', 3);
  await link.click();
  await expect(page).toHaveURL(/calendar=failed/);
  await sandbox.stopPlaying();
  await page.reload();
  await expect(bookingPage.title).toHaveText(words('common.kind.clinic-visit'));
  await expect(page.getByText(words('booking.calendar.failed.title'))).toBeVisible();
});

test.describe('on paper', () => {
  /** As the browser does when somebody prints, without its dialogue; the sheet comes a moment after the page. */
  async function print(page: Page, sheet: Locator) {
    await page.emulateMedia({ media: 'print' });
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await expect(sheet).toBeVisible({ timeout: 500 });
    }).toPass();
  }
  async function finish(page: Page) {
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
  }
  const widths = { 'A4 paper': 688, 'paper of 80 mm': 272 };

  for (const [paper, width] of Object.entries(widths))
    test(`there is the booking with its code and nothing else, on ${paper}`, async ({
      page,
      words,
      signIn,
      bookings,
    }) => {
      await signIn('anna');
      await bookings.ofKind('clinic-visit', 'терапевт').click();
      await expect(page.getByRole('button', { name: words('booking.print') })).toBeVisible();
      await page.setViewportSize({ width, height: 1000 });
      await print(page, page.getByRole('img', { name: words('booking.printed.qr') }));
      await expect(page.getByRole('heading', { name: words('common.kind.clinic-visit') })).toBeVisible();
      await expect(page.getByText(words('common.footer'))).toBeHidden();
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('link')).toHaveCount(0);
      const sticksOut = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sticksOut).toBe(0);
    });

  test('a page is one sheet, and a slip at the desk is one strip of 80 mm', async ({
    desk,
    page,
    words,
    signIn,
    bookings,
  }) => {
    await signIn('irina', '/desk');
    await desk.find('anna');
    await desk.goTo('bookings');
    await bookings.ofKind('clinic-visit', 'терапевт').click();
    const slip = page.getByRole('button', { name: words('booking.print.slip') });
    await expect(slip).toBeVisible();
    await print(page, page.getByRole('img', { name: words('booking.printed.qr') }));
    await finish(page);
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    const pages = async () => {
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      return [...pdf.matchAll(/\/MediaBox ?\[([^\]]*)\]/g)].map(([, box = '']) =>
        box
          .trim()
          .split(/\s+/)
          .slice(2)
          // Points to millimetres.
          .map((side) => Math.round((Number(side) * 25.4) / 72)),
      );
    };
    expect(await pages()).toEqual([[210, 297]]);
    await slip.click();
    expect(await pages()).toEqual([[80, 225]]);
    expect(await pages()).toEqual([[210, 297]]);
  });
});

test('what is kept on paper and in a calendar opens for its owner alone', async ({
  page,
  words,
  signIn,
  bookings,
  bookingPage,
  context,
}) => {
  await signIn('anna');
  await bookings.ofKind('clinic-visit', 'терапевт').click();
  const { text } = await calendarFile(page, words('booking.calendar.add'));
  const address = /^URL;VALUE=URI:(.+)\r$/m.exec(text.replaceAll('\r\n ', ''))?.[1] ?? '';
  expect(address).not.toContain('?');
  await page.goto(address);
  await expect(bookingPage.title).toHaveText(words('common.kind.clinic-visit'));
  await context.clearCookies();
  await signIn('pavel', new URL(address).pathname);
  await expect(bookingPage.title).toHaveText(words('failures.portal.not-found.title'));
});
