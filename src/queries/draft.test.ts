import { afterEach, describe, expect, test } from 'vitest';
import { draftAt, forgetDraft, noteDraft, toRestore, typedIn } from './draft.ts';

const empty = { reasonCode: '', reason: '', consent: false };
const draft = { account: 'anna', address: '/desk', values: { reason: 'Передумала' } };

afterEach(forgetDraft);

describe('what is typed in a form', () => {
  test('is what differs from what the form began with', () => {
    expect(typedIn({ ...empty, reason: 'Передумала' }, empty)).toEqual({ reason: 'Передумала' });
    expect(typedIn({ dateFrom: '2026-11-21' }, { dateFrom: '2026-11-21' })).toEqual({});
  });

  test('is also what was emptied', () => {
    expect(typedIn({ dateFrom: '' }, { dateFrom: '2026-11-21' })).toEqual({ dateFrom: '' });
  });

  test('is never a consent, which is given anew', () => {
    expect(typedIn({ ...empty, consent: true }, empty)).toEqual({});
  });

  test('is cut where no field would take it', () => {
    expect(typedIn({ reason: 'x'.repeat(1_001) }, empty)['reason']).toHaveLength(1_000);
  });
});

describe('a draft', () => {
  test('is there for its own address alone', () => {
    noteDraft(draft);
    expect(draftAt('/desk')).toEqual(draft);
    expect(draftAt('/desk?person=self')).toBeNull();
  });

  test('is none where nothing is typed any more', () => {
    noteDraft(draft);
    noteDraft({ ...draft, values: {} });
    expect(draftAt('/desk')).toBeNull();
  });

  test('is gone once it is forgotten', () => {
    noteDraft(draft);
    forgetDraft();
    expect(draftAt('/desk')).toBeNull();
  });
});

describe('into the form goes', () => {
  test('what it has fields for, and nothing else', () => {
    const kept = { reason: 'Передумала', consent: 'true', toString: 'x', other: 'x' };
    expect(toRestore(kept, empty, empty)).toEqual([['reason', 'Передумала']]);
  });

  test('nothing over what somebody has typed meanwhile', () => {
    const fields = { ...empty, reason: 'Заболела' };
    expect(toRestore({ reason: 'Передумала', reasonCode: '6' }, fields, empty)).toEqual([
      ['reasonCode', '6'],
    ]);
  });
});
