import { z } from 'zod';
import { draftValues, type SignInAgain } from '#contract/draft.ts';
import { subject, type Subject } from './subject.ts';
import type { Vault } from './vault.ts';

/** What was typed into the form at an address of ours. */
export const draft = z.object({ address: z.string(), values: draftValues });
export type Draft = z.infer<typeof draft>;

/** What somebody was in the middle of, as kept (encrypted) while they sign in again. */
export const unfinished = z.object({
  sub: z.string(),
  world: z.string().nullable(),
  inHand: subject.shape.inHand,
  draft: draft.nullable(),
});
export type Unfinished = z.infer<typeof unfinished>;

/** Who somebody is, for the browser to say whose a draft is: the same at every sign-in, and tells nothing of them. */
export const accountOf = (vault: Vault, { sub, world }: Subject): string =>
  vault.pseudonym('account', sub, world);

/** What the session behind a browser's cookie leaves to be gone on with. A draft that somebody else typed is not theirs. */
export function leftBy(vault: Vault, who: Subject, { returnTo, draft: typed }: SignInAgain): Unfinished {
  const { sub, world, inHand } = who;
  const isTheirs = typed?.account === accountOf(vault, who);
  return {
    sub,
    world,
    inHand,
    draft: typed && isTheirs ? { address: returnTo, values: typed.values } : null,
  };
}

/** What to go on with once a sign-in that was broken off is begun anew: what was left before holds, where the same person left nothing since. */
export function withLeftBefore(left: Unfinished | null, before: Unfinished | null): Unfinished | null {
  if (!left || !before) return left ?? before;
  const isSame = left.sub === before.sub && left.world === before.world;
  return isSame ? { ...left, draft: left.draft ?? before.draft } : left;
}

/** Somebody who has signed in, with what they had left: nobody goes on with what another person began. */
export function goOnWith(left: Unfinished | null, who: Subject): { who: Subject; draft: Draft | null } {
  if (!left || left.sub !== who.sub || left.world !== who.world) return { who, draft: null };
  return { who: { ...who, inHand: who.role === 'registrar' ? left.inHand : null }, draft: left.draft };
}
