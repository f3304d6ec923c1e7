import { notFound } from './failure-reports.ts';
import { ReadFailure } from './read-failure.ts';

/**
 * Joins path segments that came from outside: encoded, so that no id can leave its place. Dots stay dots however they
 * are encoded, so an id of nothing else names nothing: `ReadFailure`.
 */
export const pathOf = (...segments: readonly (string | number)[]) =>
  segments
    .map((segment) => {
      if (/^\.{0,2}$/.test(String(segment))) throw new ReadFailure(notFound);
      return `/${encodeURIComponent(segment)}`;
    })
    .join('');
