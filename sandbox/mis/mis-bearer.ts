import type { Answer, Call, Witness } from '../scenarios/witness.ts';
import { lapseHolds } from './mis-tickets.ts';
import type { Bearer, MisTokens } from './mis-tokens.ts';

type Kind = Bearer['kind'];
export type AsBearer = (
  kinds: readonly Kind[],
  work: (call: Call, bearer: Bearer) => Promise<Answer>,
) => (call: Call) => Promise<Answer>;

/** Work that a patient's token opens: the token is checked first, and what has run out by now has lapsed. */
export const createAsBearer =
  (tokens: MisTokens, { store }: Witness): AsBearer =>
  (kinds, work) =>
  async (call) => {
    const checked = await tokens.check(call, kinds);
    if ('answer' in checked) return checked.answer;
    await lapseHolds(store, call.world, call.now);
    return work(call, checked.bearer);
  };
