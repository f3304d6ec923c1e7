import { surelyOverAfterMs, worthAskingMs } from '#contract/rules/kept-time.ts';

/**
 * When a time is asked for again, for somebody who wished for more of it: never while the clinic may still keep the first one, and
 * not any more when they slept through it, since by then they may have thought better of it.
 */
export type AskMoment = 'not-yet' | 'soon' | 'now' | 'too-late';

/** `overFor` in milliseconds since the end; negative while the time lasts. */
export function askMoment(overFor: number): AskMoment {
  if (overFor < 0) return 'not-yet';
  if (overFor < surelyOverAfterMs) return 'soon';
  return overFor <= worthAskingMs ? 'now' : 'too-late';
}
