import type { FailureName } from '#contract/failures.ts';
import type { Operation } from '#contract/operation.ts';
import { answer, page, reset, type Play } from '#server/upstreams/kit/testing/stub-upstream.ts';
import type { OperationDeps } from '../../operation-deps.ts';

/** What the upstream shows once the write has arrived: `before` is that, as it was when the write had not been asked for. */
export type Standing = 'done' | 'before' | 'absent' | 'unreadable';
export const standings: readonly Standing[] = ['done', 'before', 'absent', 'unreadable'];

/** What an answer to a write means, by the policy. */
export type Means =
  | { readonly is: 'done' }
  /** `renewed`: the token was refused, so nothing was executed; with a new one it is sent once more. */
  | { readonly is: 'refused'; readonly failure: FailureName; readonly renewed?: boolean }
  /** It was not found, or not in a state for it: perhaps since it was done before. `fitsBefore`: how it stood does not contradict that. */
  | { readonly is: 'may be done'; readonly failure: FailureName; readonly fitsBefore?: boolean }
  /** `failure` is said meanwhile; `triedInVain` is a documented "could not", good where the booking is still on. */
  | { readonly is: 'unknown'; readonly failure?: FailureName; readonly triedInVain?: boolean };

export interface Reply {
  readonly name: string;
  readonly play: Play;
  readonly means: Means;
}

/** What the upstream answers to a read. */
export type Read = (route: string, standing: Standing, now: Date) => Play | null;

/** One write operation of the portal, as the table sees it. */
export interface Write {
  readonly name: string;
  /** `METHOD /path` of the upstream's write. */
  readonly route: string;
  readonly replies: readonly Reply[];
  readonly read: Read;
  /** What is there before: a hold, a request. */
  readonly prepare?: (deps: OperationDeps) => Promise<unknown>;
  readonly ask: (deps: OperationDeps, key: string) => Promise<Operation>;
  readonly policy: {
    /** Cannot do a second thing, so that it is sent once more after silence, where its target is seen as before. */
    readonly repeats: boolean;
    /** A target that is not there any more shows that it was done. */
    readonly absentIsDone: boolean;
    /** What is said in the end where its target stays as before, or is absent; null where time itself does it. */
    readonly notDone: FailureName | null;
    readonly absent: FailureName;
    /** "Not found" proves an earlier cancel where no reading contradicts it, and nothing where it is the first answer. */
    readonly notFoundMayLag?: boolean;
    /** No reading can tell. */
    readonly blind?: boolean;
  };
}

export const said = (status: number, body: unknown, means: Means): Reply => ({
  name: `${status} ${JSON.stringify(body)}`,
  play: answer(status, body),
  means,
});

/** A code of MIS's standard response. */
export const coded = (status: number, code: string, means: Means): Reply => ({
  name: `${status}/${code}`,
  play: answer(status, { message: 'Текст клиники', message_code: code }),
  means,
});

const unknown = { is: 'unknown' } as const;

/** What any upstream may do instead of answering. */
export const faults: readonly Reply[] = [
  { name: 'a cut connection', play: reset, means: unknown },
  { name: '500', play: answer(500), means: unknown },
  { name: '503 with a page', play: answer(503, '<html>'), means: unknown },
  { name: '429', play: answer(429), means: unknown },
  { name: 'a page with 200', play: page, means: unknown },
  { name: 'half an answer', play: answer(200, '{"ticketGuid": "1'), means: unknown },
];
