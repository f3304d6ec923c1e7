import { answer, page, reset, type Play } from './stub-upstream.ts';

const cut: Play = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"id":', () => response.socket?.destroy());
};

/** What comes instead of an upstream's answer. None of these proves anything, and none is sent again. */
export const faultPlays: readonly (readonly [string, Play])[] = [
  ['a reset', reset],
  ['an answer cut off', cut],
  ['a page', page],
  ['JSON cut off', answer(200, '{"message_code":')],
  ['a redirect', answer(302, '', { location: '/login' })],
  ['429', answer(429, '', { 'retry-after': '0' })],
  ['500', answer(500, 'Internal Server Error')],
  ['502', answer(502, '<html>Bad Gateway</html>')],
  ['503', answer(503, '', { 'retry-after': '0' })],
  ['504', answer(504)],
];
