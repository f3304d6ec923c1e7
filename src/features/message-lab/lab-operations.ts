import { failures, type FailureName } from '#contract/failures.ts';
import type { MessageId } from '#src/i18n/message-id.ts';

/** The words of a page that ends a write. */
export interface Ending {
  readonly tag: MessageId | null;
  readonly title: MessageId;
  readonly body: MessageId;
}

export interface LabOperation {
  readonly name: MessageId;
  /** How the names of its failures begin. */
  readonly failures: string;
  /** Null where another page tells it. */
  readonly confirmed: Ending | null;
  readonly unknown: Ending | null;
}

const cancels = (kind: 'clinic-visit' | 'home-call' | 'appointment-request' | 'visit') => ({
  name: `cancel.title.${kind}` as const,
  confirmed: {
    tag: 'cancel.tag.confirmed',
    title: `cancel.done.title.${kind}`,
    body: `cancel.done.body.${kind}`,
  } as const,
  unknown: {
    tag: 'cancel.tag.unknown',
    title: `cancel.unknown.title.${kind}`,
    body: 'cancel.unknown.body',
  } as const,
});

/** Every write of the portal, and where its pages have their words. */
export const labOperations = {
  'cancel-visit': { ...cancels('clinic-visit'), failures: 'mis.cancel-visit.' },
  'cancel-call': { ...cancels('home-call'), failures: 'mis.cancel-call.' },
  reserve: {
    name: 'message-lab.operation.reserve',
    failures: 'mis.reserve.',
    confirmed: { tag: null, title: 'booking.just.title', body: 'booking.just.body' },
    unknown: {
      tag: 'reserve.unknown.tag',
      title: 'reserve.unknown.confirm.title',
      body: 'reserve.unknown.body',
    },
  },
  release: {
    name: 'message-lab.operation.release',
    failures: 'mis.release.',
    confirmed: { tag: null, title: 'reserve.released.title', body: 'reserve.released.body' },
    unknown: {
      tag: 'reserve.unknown.tag',
      title: 'reserve.unknown.release.title',
      body: 'reserve.unknown.body',
    },
  },
  wait: {
    name: 'message-lab.operation.wait',
    failures: 'mis.wait.',
    confirmed: { tag: 'waiting.done.tag', title: 'waiting.done.title', body: 'waiting.done.body' },
    unknown: { tag: 'waiting.unknown.tag', title: 'waiting.unknown.title', body: 'waiting.unknown.body' },
  },
  'cancel-request': { ...cancels('appointment-request'), failures: 'connect.cancel-request.' },
  'request-times': {
    name: 'message-lab.operation.request-times',
    failures: 'connect.request-times.',
    confirmed: { tag: null, title: 'news.confirmed.request-times', body: 'requests.offered.looking' },
    unknown: {
      tag: 'requests.unknown.tag',
      title: 'requests.unknown.request.title',
      body: 'requests.unknown.request.body',
    },
  },
  'book-time': {
    name: 'message-lab.operation.book-time',
    failures: 'connect.book-time.',
    confirmed: { tag: null, title: 'requests.booked.title', body: 'requests.booked.body' },
    unknown: {
      tag: 'requests.unknown.tag',
      title: 'requests.unknown.book.title',
      body: 'requests.unknown.body',
    },
  },
  'cancel-loop-visit': { ...cancels('visit'), failures: 'loop.cancel-visit.' },
  'move-loop-visit': {
    name: 'message-lab.operation.move',
    failures: 'loop.move-visit.',
    confirmed: {
      tag: 'move.tag.moved',
      title: 'move.moved.title.visit',
      body: 'move.moved.body.visit',
    },
    unknown: {
      tag: 'move.tag.checking',
      title: 'move.checking.move',
      body: 'move.checking.body',
    },
  },
  any: { name: 'message-lab.operation.any', failures: 'portal.', confirmed: null, unknown: null },
} as const satisfies Record<string, LabOperation>;

export type LabOperationName = keyof typeof labOperations;

export const labOperationNames = Object.keys(labOperations) as LabOperationName[];

/** The failures of one operation, as the table has them. */
export const failuresOf = (operation: LabOperationName): FailureName[] =>
  (Object.keys(failures) as FailureName[]).filter((name) =>
    name.startsWith(labOperations[operation].failures),
  );
