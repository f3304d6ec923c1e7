import { describe, expect, test } from 'vitest';
import { cancelForm, emptyCancelForm, toCancelInput } from './cancel-form.ts';

const messages = (values: Partial<typeof emptyCancelForm>, asCheckUp = false) =>
  cancelForm(asCheckUp)
    .safeParse({ ...emptyCancelForm, ...values })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('the form of the question page', () => {
  test('nothing has to be filled in', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ reasonCode: '1' })).toEqual([]);
  });

  test('"other" asks for text, and blanks are none', () => {
    expect(messages({ reasonCode: '6', reason: '  ' })).toEqual([['reason', 'cancel.reason.required']]);
    expect(messages({ reasonCode: '6', reason: 'Вызвали скорую' })).toEqual([]);
  });

  test('500 characters are the most, spaces around them do not count', () => {
    expect(messages({ reason: ` ${'а'.repeat(500)} ` })).toEqual([]);
    expect(messages({ reason: 'а'.repeat(501) })).toEqual([['reason', 'cancel.reason.tooLong']]);
  });

  test('a step of a check-up asks for plain consent', () => {
    expect(messages({}, true)).toEqual([['consent', 'cancel.checkUp.consentMissing']]);
    expect(messages({ consent: true }, true)).toEqual([]);
  });
});

describe('what is sent', () => {
  const filled = { reasonCode: '1', reason: 'text', consent: true };
  test.each([
    ['clinic-visit', filled, {}],
    ['appointment-request', filled, {}],
    ['home-call', filled, { reasonCode: 1 }],
    ['home-call', { ...filled, reasonCode: '6' }, { reasonCode: 6, reason: 'text' }],
    ['home-call', emptyCancelForm, {}],
    ['visit', filled, { reason: 'text' }],
    ['visit', emptyCancelForm, {}],
  ] as const)('%s with %j', (kind, values, sent) => {
    expect(toCancelInput({ person: 'self', kind, asCheckUp: false, canUndo: false }, values)).toEqual({
      person: 'self',
      ...sent,
    });
  });

  test('the consent is sent only for a check-up', () => {
    const about = { person: 'self', kind: 'clinic-visit', asCheckUp: true, canUndo: false } as const;
    expect(toCancelInput(about, filled)).toEqual({ person: 'self', asCheckUp: true });
  });
});
