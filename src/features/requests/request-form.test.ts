import { expect, test } from 'vitest';
import { requestForm } from './request-form.ts';

const messages = (values: { orderId: string; dateFrom: string }) =>
  requestForm('2026-11-21')
    .safeParse(values)
    .error?.issues.map(({ message }) => message) ?? [];

test.each([
  ['7001', '2026-11-21', []],
  [' 7001 ', '2026-11-22', []],
  ['', '2026-11-21', ['requests.order.number']],
  ['70o1', '2026-11-21', ['requests.order.number']],
  ['0', '2026-11-21', ['requests.order.number']],
  ['7001', '', ['requests.dateFrom.date']],
  ['7001', '2026-11-20', ['requests.dateFrom.past']],
])('order "%s" from "%s"', (orderId, dateFrom, expected) => {
  expect(messages({ orderId, dateFrom })).toEqual(expected);
});
