import type { Session } from '#contract/session.ts';
import { personAsked } from './person-asked.ts';

/** The browser waits longer than the server's whole budget for a write (9 s), and no longer than this. */
export const answerLimitMs = 12_000;

export const linesType = 'application/x-ndjson';
/** What is taken for an answer: in one piece, or a line for each of many. */
export const accepted = (lines: boolean) => (lines ? `${linesType}, application/json` : 'application/json');

/** An answer that nobody took for so long would be passed off as news. */
const freshMs = 10_000;

const early = new Map<string, { answer: Promise<Response>; askedAt: number }>();

function ask(address: string, lines: boolean, account = ''): Promise<Response> {
  const answer = fetch(address, {
    headers: { Accept: accepted(lines), 'X-Portal-Account': account },
    signal: AbortSignal.timeout(answerLimitMs),
    redirect: 'error',
  });
  early.set(address, { answer, askedAt: performance.now() });
  return answer;
}

/**
 * Asks for what the first screen shows, while the code that shows it is still on its way. It reads no further than it must to
 * know what to ask for: whoever needs an answer takes it, parses it, and says what is wrong with it.
 */
export async function takeHeadStart({
  pathname,
  search,
}: {
  pathname: string;
  search: string;
}): Promise<void> {
  try {
    const answer = await ask('/api/session', false);
    if (pathname !== '/') return;
    const session = (await answer.clone().json()) as Session;
    if (!session.authenticated) return;
    const chosen = personAsked(session.people, new URLSearchParams(search));
    const lists = session.sources.flatMap((source) =>
      (chosen ? [chosen] : session.people).map(({ ref }) =>
        ask(`/api/bookings/${source}?${new URLSearchParams({ person: ref })}`, true, session.account),
      ),
    );
    await Promise.allSettled(lists);
  } catch {
    // The screen asks again, and says so where that does not work either.
    return;
  }
}

/** What was asked early at this address, once: whoever asks again gets a new answer. */
export function earlyAnswer(address: string): Promise<Response> | undefined {
  const found = early.get(address);
  early.delete(address);
  return found && performance.now() - found.askedAt < freshMs ? found.answer : undefined;
}
