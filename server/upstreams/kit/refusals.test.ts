import { describe, expect, test } from 'vitest';
import type { UpstreamOperation } from '#contract/failures.ts';
import { documentedFailure, refusalOf, type UpstreamAnswer } from './refusals.ts';

const passed: UpstreamAnswer = {
  system: 'mis',
  operation: 'cancel-visit',
  status: 400,
  code: '4010',
  text: 'Время приема уже прошло. Запись отменить невозможно.',
};
const register = (text: string | null): UpstreamAnswer => ({
  ...passed,
  operation: 'reserve',
  code: '4007',
  text,
});
const unknownCode = (text: string | null) => refusalOf({ ...passed, code: '4999', text });

describe('the name of an upstream’s refusal', () => {
  test('is the one of its system, operation, status and code together', () => {
    expect(documentedFailure(passed)).toBe('mis.cancel-visit.time-passed');
  });

  test.each([
    ['another system', { system: 'loop' }],
    ['another operation', { operation: 'cancel-call' }],
    ['another status', { status: 404 }],
    ['another code', { code: '4011' }],
    ['no code', { code: null }],
  ] satisfies [string, Partial<UpstreamAnswer>][])('is not given to the same answer with %s', (_, other) => {
    expect(documentedFailure({ ...passed, ...other })).toBeNull();
  });

  test.each([
    ['Вам запрещена самостоятельная запись на прием через интернет.', 'mis.reserve.self-booking-banned'],
    ['Вы не состоите на диспансерном учете у данного специалиста.', 'mis.reserve.not-under-observation'],
    ['Вы не состоите на диспансерном учёте у данного специалиста.', 'mis.reserve.not-under-observation'],
    ['Сообщаем: Вам запрещена самостоятельная запись', 'mis.reserve.registry-only'],
    ['Запись к этому специалисту закрыта.', 'mis.reserve.registry-only'],
    [null, 'mis.reserve.registry-only'],
  ])('is decided by the first words where one code has two meanings: %s', (text, name) => {
    expect(documentedFailure(register(text))).toBe(name);
  });
});

describe('the report of a refusal', () => {
  test('says who answered what, with our words alone where the code is documented', () => {
    expect(refusalOf(passed, { doctor: 'Лебедева А. П.' })).toEqual({
      failure: 'mis.cancel-visit.time-passed',
      upstream: { system: 'mis', status: 400, code: '4010' },
      facts: { doctor: 'Лебедева А. П.' },
      text: null,
    });
  });

  test('keeps the upstream’s own text where no document names the code', () => {
    expect(unknownCode('Приём граждан приостановлен')).toEqual({
      failure: 'mis.cancel-visit.unrecognised',
      upstream: { system: 'mis', status: 400, code: '4999' },
      facts: {},
      text: 'Приём граждан приостановлен',
    });
  });

  test('has no text where the upstream sent none', () => {
    expect(unknownCode(null).text).toBeNull();
  });

  test.each([
    ['Вызов 43c6cec0-3b91-48ab-acab-d541a88e91f7 не найден', 'Вызов … не найден'],
    ['Вызов 43C6CEC0-3B91-48AB-ACAB-D541A88E91F7 не найден', 'Вызов … не найден'],
    ['Не удалось отменить вызов {callDoctorGuid} в лпу {lpuGuid}', 'Не удалось отменить вызов … в лпу …'],
    ['Вы уже записаны {ФИО} на {Время}', 'Вы уже записаны … на …'],
  ])('shows no internal ids and no unfilled templates: %s', (text, shown) => {
    expect(unknownCode(text).text).toBe(shown);
  });

  test('cuts an endless text', () => {
    expect(unknownCode('а'.repeat(10_000)).text).toHaveLength(400);
  });

  test.each([
    ['mis', 'cancel-visit', 'mis.cancel-visit.unrecognised'],
    ['mis', 'cancel-call', 'mis.cancel-call.unrecognised'],
    ['mis', 'reserve', 'mis.reserve.unrecognised'],
    ['connect', 'cancel-request', 'connect.cancel-request.unrecognised'],
    ['connect', 'request-times', 'connect.request-times.unrecognised'],
    ['connect', 'book-time', 'connect.book-time.unrecognised'],
    ['loop', 'cancel-loop-visit', 'loop.cancel-visit.unrecognised'],
    ['loop', 'move-loop-visit', 'loop.move-visit.unrecognised'],
  ] satisfies [UpstreamAnswer['system'], UpstreamOperation, string][])(
    'of %s names what the operation %s did not recognise',
    (system, operation, name) => {
      const answer = { system, operation, status: 418, code: null, text: null };
      expect(refusalOf(answer).failure).toBe(name);
    },
  );
});
