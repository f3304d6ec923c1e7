import { expect, test } from '../fixtures/test.ts';
import type { Language } from '../fixtures/words.ts';

const wish = '/waiting?person=self&clinic=c1000000-0000-4000-8000-000000000001&speciality=27';

for (const language of ['ru', 'en'] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('somebody who finds no time joins the waiting list, once, and only with their consent', async ({
      page,
      sandbox,
      signIn,
      expectAccessible,
      words,
    }) => {
      await signIn('pavel', wish);
      const phone = page.getByRole('textbox', { name: words('waiting.phone.label') });
      await phone.fill('+7 900 000-00-00');
      await expectAccessible();
      const join = page.getByRole('button', { name: words('waiting.submit') });
      await join.click();
      await expect(page.getByRole('main')).toContainText(words('waiting.consent.required'));
      await expect(phone).toHaveValue('+7 900 000-00-00');
      expect(await sandbox.requests('mis.wait')).toEqual([]);
      await page.getByRole('checkbox', { name: words('waiting.consent.words') }).check();
      await join.dblclick();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('waiting.done.title'));
      await expectAccessible();
      const [request, ...more] = await sandbox.requests('mis.wait');
      expect(more).toEqual([]);
      expect(request?.body).toMatchObject({ isAgree: 1, phone: '+7 900 000-00-00', timeEnd: '23:59' });
    });
  });
