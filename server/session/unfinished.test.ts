import { describe, expect, test } from 'vitest';
import { anna, boris, irina } from '#server/testing/people.ts';
import { accountOf, goOnWith, leftBy } from './unfinished.ts';
import { createVault } from './vault.ts';

const vault = createVault('one-secret-of-more-than-32-characters');
const inHand = {
  ref: 'patient-1',
  name: '',
  birthDate: '1984-03-14',
  policy: '5000000000000001',
  orders: [],
};
const returnTo = '/bookings/visits/7/cancel?person=self';
const values = { reason: 'Заболел ребёнок' };
const typedBy = (who: typeof anna) => ({ returnTo, draft: { account: accountOf(vault, who), values } });

describe('an account', () => {
  test('is the same at every sign-in, and tells nothing of the person', () => {
    const account = accountOf(vault, { ...anna, idToken: 'of-another-sign-in' });
    expect(account).toBe(accountOf(vault, anna));
    expect(account).not.toContain(anna.sub);
  });

  test('is of one person in one world', () => {
    const accounts = [anna, boris, { ...anna, world: 'w-1' }].map((who) => accountOf(vault, who));
    expect(new Set(accounts).size).toBe(3);
  });
});

describe('what was left', () => {
  test('is gone on with by the same person', () => {
    const left = leftBy(vault, anna, typedBy(anna));
    expect(goOnWith(left, anna)).toEqual({ who: anna, draft: { address: returnTo, values } });
  });

  test.each([
    ['another person', boris],
    ['the same id in another world', { ...anna, world: 'w-1' }],
  ])('is nothing to %s', (_what, other) => {
    const left = leftBy(vault, anna, typedBy(anna));
    expect(goOnWith(left, other)).toEqual({ who: other, draft: null });
  });

  test('holds no draft that somebody else typed before the browser became theirs', () => {
    const left = leftBy(vault, boris, typedBy(anna));
    expect(goOnWith(left, boris)).toEqual({ who: boris, draft: null });
  });

  test('puts the patient back in the hand of the registrar who had them', () => {
    const left = leftBy(vault, { ...irina, inHand }, { returnTo, draft: null });
    expect(goOnWith(left, irina)).toEqual({ who: { ...irina, inHand }, draft: null });
  });

  test.each([
    ['another registrar', { ...irina, sub: '1000000009' }],
    ['somebody who is a registrar no more', { ...irina, role: 'patient' as const }],
  ])('puts no patient in the hand of %s', (_what, other) => {
    const left = leftBy(vault, { ...irina, inHand }, { returnTo, draft: null });
    expect(goOnWith(left, other).who.inHand).toBeNull();
  });

  test('may be nothing at all', () => {
    expect(goOnWith(null, anna)).toEqual({ who: anna, draft: null });
  });
});
