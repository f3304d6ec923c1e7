import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { people, type PersonId } from '../fixtures/people.ts';

/** Somebody signs in in a tab of their own, in the same browser. */
async function signInElsewhere(context: BrowserContext, who: PersonId): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto('/auth/login');
  await tab.getByRole('button', { name: people[who] }).click();
  await expect(tab.getByRole('banner')).toContainText(people[who]);
  return tab;
}

/** A tab that was asleep, or whose browser has no such channel: only the portal can tell it. */
const hearNothing = (page: Page) =>
  page.addInitScript(() => {
    class Deaf extends EventTarget {
      onmessage = null;
      postMessage() {}
      close() {}
    }
    Object.assign(globalThis, { BroadcastChannel: Deaf });
  });

const therapist = [people.maria, /Поликлиника № 1/, 'Терапевт', /Ефимов/] as const;

test('the tab of somebody else stops at once when a person signs in, and shows nothing of either', async ({
  page,
  context,
  signIn,
  reservePage,
  words,
  expectAccessible,
}) => {
  await signIn('maria', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await expect(reservePage.button('reserve.check.hold')).toBeVisible();
  await signInElsewhere(context, 'pavel');
  await expect(reservePage.title).toHaveText(words('another-account.title'));
  for (const name of [people.maria, people.pavel]) await expect(page.getByText(name)).toHaveCount(0);
  await expectAccessible();
  await reservePage.button('another-account.goOn').click();
  await expect(page.getByRole('banner')).toContainText(people.pavel);
  await expect(page.getByText(people.maria)).toHaveCount(0);
});

test('a time that one person chose is booked for nobody once another has signed in', async ({
  page,
  context,
  sandbox,
  signIn,
  reservePage,
  words,
}) => {
  await hearNothing(page);
  await signIn('maria', '/reserve');
  await reservePage.choose(...therapist);
  await reservePage.chooseTime();
  await expect(reservePage.button('reserve.check.hold')).toBeVisible();
  await signInElsewhere(context, 'pavel');
  await reservePage.keep();
  await expect(reservePage.title).toHaveText(words('another-account.title'));
  for (const name of [people.maria, people.pavel]) await expect(page.getByText(name)).toHaveCount(0);
  expect(await sandbox.requests('mis.reserve')).toEqual([]);
});
