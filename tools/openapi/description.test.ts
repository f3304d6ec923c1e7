import { beforeAll, describe, expect, test } from 'vitest';
import { Description } from './description.ts';
import type { Exchange } from './exchange.ts';
import { isLike } from './likeness.ts';

const visit = {
  id: 'visit-1',
  brand_id: 'brand-talon',
  patient_id: 'patient-anna',
  provider_id: 'provider-2',
  slot_id: 'slot-1',
  status: 'cancelled',
  visit_type: 'telehealth',
  reason: null,
  notes: null,
  cancelled_at: '2026-11-23T09:00:00.000Z',
  cancel_reason: 'Изменились планы',
  created_at: '2026-11-21T09:00:00.000Z',
  updated_at: '2026-11-23T09:00:00.000Z',
};
const { notes: _notes, ...withoutNotes } = visit;

const json = { 'content-type': 'application/json; charset=utf-8' };
const bearer = { authorization: 'Bearer token' };

/** Loop's cancel, as it should be. */
const cancelled: Exchange = {
  method: 'POST',
  path: '/loop/v1/visits/visit-1/cancel',
  query: '',
  requestHeaders: { ...json, ...bearer },
  requestBody: '{"reason":"Изменились планы"}',
  status: 200,
  responseHeaders: json,
  responseBody: JSON.stringify(visit),
};

/** A refusal of the MIS, word for word. */
const refused: Exchange = {
  method: 'DELETE',
  path: '/mis/visit/c1000000-0000-4000-8000-000000000001',
  query: 'ticketGuid=9d8ea16f-205b-4bc7-92e5-752cd84cb0db',
  requestHeaders: bearer,
  requestBody: '',
  status: 404,
  responseHeaders: json,
  responseBody: '{"code":404,"message":"Запись на прием не найдена","message_code":"5068"}',
};

/** Connect's cancel, which answers with headers alone. */
const withoutContent: Exchange = {
  method: 'POST',
  path: '/connect/api/connect/orders/appointment-requests/cancel',
  query: '',
  requestHeaders: { ...json, ...bearer, 'x-api-version': '7' },
  requestBody: '{"appointmentRequestId":300}',
  status: 204,
  responseHeaders: {
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '1; mode=block',
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'x-frame-options': 'DENY',
  },
  responseBody: '',
};

const { pragma: _pragma, ...withoutPragma } = withoutContent.responseHeaders;

let described: Record<'mis' | 'connect' | 'loop', Description>;
beforeAll(async () => {
  const [mis, connect, loop] = await Promise.all([
    Description.open('mis'),
    Description.open('connect'),
    Description.open('loop'),
  ]);
  described = { mis, connect, loop };
});

const good = { mis: refused, connect: withoutContent, loop: cancelled };

describe('an exchange', () => {
  test.each(['mis', 'connect', 'loop'] as const)('that is as %s has it gives no complaint', (name) => {
    expect(described[name].complaintsAbout(good[name])).toEqual({ request: [], response: [] });
  });

  test.each([
    ['mis', 'path', 'an address that nobody described', { path: '/mis/visits' }, 'is not described'],
    ['mis', 'path parameter', 'a clinic that is no GUID', { path: '/mis/visit/7' }, 'lpuGuid'],
    ['mis', 'query', 'a parameter that is missing', { query: '' }, 'ticketGuid is missing'],
    ['mis', 'query', 'a parameter too many', { query: `${refused.query}&force=1` }, 'force is not described'],
    ['mis', 'header', 'no token', { requestHeaders: {} }, 'credentials'],
    ['mis', 'body', 'a body where none belongs', { requestBody: '{}' }, 'a body is sent'],
    [
      'connect',
      'header',
      'another version',
      { requestHeaders: { ...json, ...bearer, 'x-api-version': '9' } },
      'X-API',
    ],
    [
      'connect',
      'body',
      'an id as text',
      { requestBody: '{"appointmentRequestId":"300"}' },
      'must be integer',
    ],
    [
      'connect',
      'body',
      'no body',
      { requestBody: '', requestHeaders: { ...bearer, 'x-api-version': '7' } },
      'the body is missing',
    ],
    ['loop', 'body', 'a field too many', { requestBody: '{"why":"so"}' }, 'unevaluated'],
    ['loop', 'body', 'half a body', { requestBody: '{"reason"' }, 'not JSON'],
  ] as const)('of %s with a wrong %s, %s, is the asker’s complaint', (name, _where, _what, change, says) => {
    const { request, response } = described[name].complaintsAbout({ ...good[name], ...change });
    expect(request.join()).toContain(says);
    expect(response).toEqual([]);
  });

  test.each([
    ['loop', 'a field too few', { responseBody: JSON.stringify(withoutNotes) }, 'notes'],
    ['loop', 'a field too many', { responseBody: JSON.stringify({ ...visit, starts: 'soon' }) }, 'starts'],
    ['loop', 'a field of another type', { responseBody: JSON.stringify({ ...visit, status: 1 }) }, '/status'],
    ['loop', 'another content type', { responseHeaders: { 'content-type': 'text/html' } }, 'text/html'],
    ['loop', 'a status that nobody described', { status: 409 }, 'status 409'],
    [
      'mis',
      'a code as a number',
      { responseBody: refused.responseBody.replace('"5068"', '5068') },
      'message_code',
    ],
    [
      'mis',
      'other words',
      { responseBody: refused.responseBody.replace('найдена', 'нашлась') },
      'none of the documented',
    ],
    ['connect', 'a header too few', { responseHeaders: withoutPragma }, 'header Pragma is missing'],
  ] as const)('of %s that answers with %s is the answerer’s complaint', (name, _what, change, says) => {
    const { request, response } = described[name].complaintsAbout({ ...good[name], ...change });
    expect(response.join()).toContain(says);
    expect(request).toEqual([]);
  });
});

describe('a documented example', () => {
  const example = {
    code: 400,
    message: 'Вы уже записаны {ФИО} на {Время}. Запрещено.',
    message_code: '4008',
  };
  const said = { ...example, message: 'Вы уже записаны Громов И. С. на 27.11.2026 11:00. Запрещено.' };

  test('is what was said where only its gaps are filled', () => {
    expect(isLike(example, said)).toBe(true);
  });

  test.each([
    ['another code', { ...said, message_code: '4009' }],
    ['other words around the gaps', { ...said, message: said.message.replace('уже ', '') }],
    ['a gap that nothing fills', { ...said, message: 'Вы уже записаны  на . Запрещено.' }],
    ['a field too many', { ...said, type: 'Validation' }],
    ['a field too few', { code: 400, message: said.message }],
    ['no body', undefined],
  ])('is not what was said with %s', (_what, other) => {
    expect(isLike(example, other)).toBe(false);
  });
});
