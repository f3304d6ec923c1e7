import { expect, test } from 'vitest';
import { camelKeys } from './camel-keys.ts';

test.each([
  [
    { TicketGuid: 'x', Lpu: { Guid: 'y', Worktimes: { Monday: '8:00 - 18:00' } } },
    { ticketGuid: 'x', lpu: { guid: 'y', worktimes: { monday: '8:00 - 18:00' } } },
  ],
  [
    [{ Num: '008' }, 7, null, 'Num'],
    [{ num: '008' }, 7, null, 'Num'],
  ],
  [
    { message_ode: '4010', Message_code: '1', Message: 'нет' },
    { message_ode: '4010', message_code: '1', message: 'нет' },
  ],
  [{ Num: '1', num: '2' }, { num: '2' }],
  [{ num: '2', Num: '1' }, { num: '2' }],
  [{ num: null, Num: '1' }, { num: '1' }],
  [{ Num: '1', num: null }, { num: '1' }],
])('%j is read as %j', (wire, read) => {
  expect(camelKeys(wire)).toEqual(read);
});
