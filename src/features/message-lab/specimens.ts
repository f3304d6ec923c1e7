import { failures, type FailureName, type FailureSpec } from '#contract/failures.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import type { SayWords } from '#src/i18n/use-words.tsx';
import type { NoticeTone } from '#src/ui/notice.tsx';
import { failuresOf, labOperations, type Ending, type LabOperationName } from './lab-operations.ts';

export const audiences = ['patient', 'registrar'] as const;
export type Audience = (typeof audiences)[number];

export const states = ['refused', 'unknown', 'confirmed'] as const;
export type State = (typeof states)[number];

/** One thing that may come of a write, whoever reads of it. */
export type Case =
  | { readonly state: 'refused' | 'unknown'; readonly failure: FailureName }
  | { readonly state: 'unknown' | 'confirmed'; readonly ending: Ending };

/** What somebody reads: the page that ends a write, in one language. */
export interface Specimen {
  readonly tone: NoticeTone;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly next: string;
}

/** Everything that may come of an operation: each of its failures, that nothing is known, and that it is done. */
export function casesOf(operation: LabOperationName): Case[] {
  const { confirmed, unknown } = labOperations[operation];
  return [
    ...failuresOf(operation).map((failure) => ({
      state: failures[failure].effect === 'unknown' ? ('unknown' as const) : ('refused' as const),
      failure,
    })),
    ...(unknown ? [{ state: 'unknown' as const, ending: unknown }] : []),
    ...(confirmed ? [{ state: 'confirmed' as const, ending: confirmed }] : []),
  ];
}

/** What the upstream may have named; only some messages use it. */
const facts = { doctor: 'Ефимов Е. А.', time: '09:40' };

/** The code as the upstream sends it; ours have none. */
export function codeOf(failure: FailureName): string {
  const { when }: FailureSpec = failures[failure];
  return when ? [when.status, when.code].filter(Boolean).join(' ') : '';
}

export function specimenOf(words: SayWords, one: Case, audience: Audience): Specimen {
  if ('ending' in one) {
    const { tag, title, body } = one.ending;
    return {
      tone: one.state === 'confirmed' ? 'success' : 'warning',
      tag: tag ? words(tag) : '',
      title: words(title),
      body: words(body, { reader: audience }),
      next: '',
    };
  }
  const { when }: FailureSpec = failures[one.failure];
  const upstream = when && { system: when.system, status: when.status, code: when.code };
  const report = { failure: one.failure, facts, upstream };
  const { title, body, next } = reportText(words, report, audience === 'registrar');
  const open = one.state === 'unknown';
  return {
    tone: open ? 'warning' : 'danger',
    tag: words(open ? 'message-lab.state.unknown' : 'message-lab.state.refused'),
    title,
    body,
    next,
  };
}
