import { describe, expect, test } from 'vitest';
import { answered, silent, unsent } from '../kit/testing/replies.ts';
import { outcomeOfWait } from './mis-waiting.ts';

const said = (status: number, code: string | null, text: string) =>
  answered(status, { code: status, message: text, message_code: code });

describe('the outcome of joining a waiting list', () => {
  test.each([200, 201])('is a success with %d', (status) => {
    expect(outcomeOfWait(said(status, null, 'Вы добавлены в лист ожидания')).kind).toBe('confirmed');
    expect(outcomeOfWait(answered(status, '')).kind).toBe('confirmed');
  });

  test.each([
    [400, null],
    [400, '4999'],
    [403, '5009'],
    [404, null],
  ])('is a refusal in the clinic’s own words with %d and %s', (status, code) => {
    expect(outcomeOfWait(said(status, code, 'Мест нет'))).toMatchObject({
      kind: 'refused',
      report: { failure: 'mis.wait.unrecognised', text: 'Мест нет' },
    });
  });

  test('is not known where the body takes back what the status says', () => {
    expect(outcomeOfWait({ ...said(400, '4999', 'Мест нет'), status: 200 }).kind).toBe('unknown');
  });

  test('is not known without an answer, or with a page for one', () => {
    expect(outcomeOfWait(silent).kind).toBe('unknown');
    expect(outcomeOfWait(answered(200, '<html></html>')).kind).toBe('unknown');
    expect(outcomeOfWait(answered(500)).kind).toBe('unknown');
  });

  test('is nothing at all where nothing was sent', () => {
    expect(outcomeOfWait(unsent)).toMatchObject({ report: { failure: 'portal.not-sent' } });
  });
});
