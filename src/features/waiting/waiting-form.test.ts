import { describe, expect, test } from 'vitest';
import { waitingForm, type WaitingFormValues } from './waiting-form.ts';

const filled: WaitingFormValues = {
  phone: '+7 900 000-00-00',
  from: '2026-11-23',
  to: '2026-12-23',
  part: 'any',
  consent: true,
};
const wrong = (more: Partial<WaitingFormValues>) =>
  waitingForm('2026-11-23')
    .safeParse({ ...filled, ...more })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a place on the waiting list is asked for', () => {
  test('with a telephone, days to come and consent', () => {
    expect(wrong({})).toEqual([]);
  });

  test.each<[string, Partial<WaitingFormValues>, string]>([
    ['without consent', { consent: false }, 'consent: waiting.consent.required'],
    ['without a telephone', { phone: '' }, 'phone: waiting.phone.wrong'],
    ['with half a telephone', { phone: '900' }, 'phone: waiting.phone.wrong'],
    ['from a day that is over', { from: '2026-11-22' }, 'from: waiting.day.past'],
    ['until before the first day', { from: '2026-12-01', to: '2026-11-30' }, 'to: waiting.to.before'],
    ['without a day', { from: '' }, 'from: waiting.day.choose'],
  ])('but not %s', (_, more, message) => {
    expect(wrong(more)).toContain(message);
  });
});
