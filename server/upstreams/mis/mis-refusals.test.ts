import { describe, expect, test } from 'vitest';
import { answered } from '../kit/testing/replies.ts';
import { contradictsItself, isDocumented, isRefusal, messageOf, misRefusal } from './mis-refusals.ts';
import standardResponse from './samples/standard-response.json';

const refusal = (code: string | null, text: string, status = 400) =>
  answered(status, { code: status, message: text, message_code: code });

describe('the code of a standard response', () => {
  test('is read from the document’s own sample, whose key is misspelled', () => {
    expect(messageOf(standardResponse)).toEqual({ code: '4001', text: ' . . .' });
  });

  test.each(['message_code', 'message_ode', 'Message_code', 'messageCode'])(
    'is read whether its key is spelled %s',
    (key) => {
      expect(messageOf({ [key]: '4010' }).code).toBe('4010');
    },
  );

  test.each(['4010', 4010])('is the same as text and as a number: %j', (code) => {
    expect(messageOf({ message_code: code }).code).toBe('4010');
  });

  test('comes from the right spelling where there are two', () => {
    expect(messageOf({ message_ode: '1', message_code: '4010' }).code).toBe('4010');
  });

  test.each(['message', 'Message'])('has its text under %s', (key) => {
    expect(messageOf({ [key]: 'Вызов отменен', message_code: '2000' }).text).toBe('Вызов отменен');
  });

  test.each([[undefined], [null], ['text'], [[]], [{}], [{ fault: 'x' }], [{ message_code: {} }]])(
    'is none where there is no standard response: %j',
    (json) => {
      expect(messageOf(json)).toEqual({ code: null, text: null });
    },
  );
});

describe('a refusal of a reservation', () => {
  const reserve = (code: string, text: string) => misRefusal('reserve', refusal(code, text));

  test('4008 tells the person whom they are booked to, and when', () => {
    const text =
      'Вы уже записаны Петрова А. П. на 25.11.2026 10:15. Запрещено иметь более одной активной записи на прием на одну специальность.';
    expect(reserve('4008', text)).toEqual({
      failure: 'mis.reserve.already-booked',
      upstream: { system: 'mis', status: 400, code: '4008' },
      facts: { doctor: 'Петрова А. П.', time: '25.11.2026 10:15' },
      text: null,
    });
  });

  test.each([
    'Вы уже записаны {ФИО} на {Время}. Запрещено иметь более одной активной записи',
    'Вы уже записаны Петрова А. П. на {Время}. Запрещено иметь более одной активной записи',
    'Вы уже записаны {ФИО} на 25.11.2026 10:15. Запрещено иметь более одной активной записи',
    'У вас есть запись.',
  ])('4008 tells nothing where its text is not filled in: %s', (text) => {
    const { failure, facts } = reserve('4008', text);
    expect([failure, facts]).toEqual(['mis.reserve.already-booked', {}]);
  });

  test('only 4008 has facts', () => {
    const text = 'Вы уже записаны Петрова А. П. на 25.11.2026 10:15. Запрещено иметь более одной записи';
    expect(reserve('4009', text).facts).toEqual({});
  });

  test.each([
    [
      'Вам запрещена самостоятельная запись на прием через интернет или инфомат.',
      'mis.reserve.self-booking-banned',
    ],
    ['Вы не состоите на диспансерном учете у данного специалиста.', 'mis.reserve.not-under-observation'],
  ])('4007 is told apart by its first words: %s', (text, failure) => {
    expect(reserve('4007', text)).toMatchObject({ failure, text: null });
  });

  test('4007 in words of no document keeps the clinic’s own', () => {
    const text = 'Запись только через колл-центр.';
    expect(reserve('4007', text)).toMatchObject({ failure: 'mis.reserve.registry-only', text });
  });
});

describe('whether an answer is a refusal', () => {
  test.each([
    ['the code is documented', refusal('4010', 'Время приема уже прошло.'), true],
    ['the code is documented and a number', answered(400, { message_code: 4010 }), true],
    ['400 came in the vendor’s words without a code', refusal(null, 'Причина не указана'), true],
    ['400 came with an unknown code', answered(400, { message_code: '4999' }), true],
    ['400 came in somebody else’s shape', answered(400, { fault: { reason: [] } }), false],
    ['400 came empty', answered(400), false],
    ['400 came as a page', answered(400, '<html>'), false],
    ['the code is documented for another status', refusal('4010', 'Время приема уже прошло.', 404), false],
    ['403 came with an unknown code', refusal('5403', 'Код авторизации не верен', 403), false],
    ['404 came without a code', refusal(null, 'Not Found', 404), false],
  ])('where %s', (_, answer, expected) => {
    expect(isRefusal('cancel-visit', answer)).toBe(expected);
  });

  test('depends on which statuses mean that nothing was done', () => {
    expect(isRefusal('reserve', refusal(null, 'Ячейка не найдена', 404), [400, 404])).toBe(true);
  });

  test('a code belongs to its operation: 4022 is documented for home calls alone', () => {
    const inactive = refusal('4022', 'Нельзя отменить неактивный вызов');
    expect([isDocumented('cancel-call', inactive), isDocumented('cancel-visit', inactive)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('whether an answer contradicts itself', () => {
  test.each([
    ['names another status', { code: 400, message_code: '4010' }, true],
    ['names another status as text', { code: '404' }, true],
    ['names its own status', { code: 200, message_code: '2000' }, false],
    ['names its own status as text', { code: '200' }, false],
    ['names none', { message_code: '2000' }, false],
    ['is another shape', [1, 2], false],
    ['is nothing', undefined, false],
  ])('one that %s', (_, json, expected) => {
    expect(contradictsItself({ ...answered(200), json })).toBe(expected);
  });
});
