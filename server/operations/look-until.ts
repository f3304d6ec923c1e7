import type { OperationDeps } from './operation-deps.ts';

/** All the time that one request may take from its send on, re-readings and a repeat included. */
const budgetMs = 9_000;
/** What must be left of it for one more reading: as long as an upstream may take to answer one. */
const readNeedsMs = 3_000;
/** When an upstream is read after an answer that proves nothing, in milliseconds after it. */
const readAt = [0, 300, 1_000];

/** The time that a request has left, counted from here. */
export function budgetOf({ clock }: Pick<OperationDeps, 'clock'>): () => number {
  const began = clock().getTime();
  return () => budgetMs - (clock().getTime() - began);
}

/** Reads until enough was seen, as often as there is time for; answers what was seen last, `nothing` where there was none. */
export async function lookUntil<T>(
  { pause, timeLeft }: Pick<OperationDeps, 'pause'> & { readonly timeLeft: () => number },
  read: () => Promise<T>,
  { nothing, enough }: { readonly nothing: T; readonly enough: (seen: T) => boolean },
): Promise<T> {
  let seen = nothing;
  let waited = 0;
  for (const at of readAt) {
    if (timeLeft() < readNeedsMs + at - waited) return seen;
    await pause(at - waited);
    waited = at;
    seen = await read();
    if (enough(seen)) return seen;
  }
  return seen;
}
