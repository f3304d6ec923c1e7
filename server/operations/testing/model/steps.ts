import fc from 'fast-check';
import type { Play } from '../script.ts';

export type Who = 'anna' | 'boris';
type Press = 'reserve' | 'confirm' | 'release' | 'cancel';

/** What may happen next, to the portal, to the clinic, or to the time. */
export type Step =
  | {
      readonly does: Press;
      readonly who: Who;
      readonly slot: 'slot-1' | 'slot-2';
      /** What becomes of the write, where there is one. */
      readonly play: Play;
      /** Pressed in two tabs at once: two keys, one target. */
      readonly tabs: 1 | 2;
    }
  /** The browser sends again what this person pressed last, under the same key. */
  | { readonly does: 'repeat'; readonly who: Who }
  /** The process dies, and another one starts over the same database. */
  | { readonly does: 'restart' }
  /** What was only delayed happens after all. */
  | { readonly does: 'commit late' }
  | { readonly does: 'stranger takes'; readonly slot: 'slot-1' | 'slot-2' }
  | { readonly does: 'sign out'; readonly who: Who }
  | { readonly does: 'reading'; readonly works: boolean }
  | { readonly does: 'wait'; readonly seconds: number };

const who = fc.constantFrom<Who>('anna', 'anna', 'boris');
const slot = fc.constantFrom('slot-1' as const, 'slot-1' as const, 'slot-2' as const);
const honest: Play = { does: 'now', says: 'truth' };
const play: fc.Arbitrary<Play> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(honest) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('now' as const, 'never' as const, 'late' as const),
      says: fc.constantFrom('nothing' as const, 'crash' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Play>({ does: 'never', says: 'not-sent' }) },
);

const press = fc.record({
  does: fc.constantFrom<Press>('reserve', 'reserve', 'confirm', 'confirm', 'release', 'cancel'),
  who,
  slot,
  play,
  tabs: fc.constantFrom(1 as const, 1 as const, 2 as const),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: press },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('repeat' as const), who }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'restart' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ does: 'commit late' }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('stranger takes' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sign out' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reading' as const), works: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 6, 16, 31, 150, 700, 3_700),
    }),
  },
);

/** A vendor may give a visit a new ticket or let it keep the hold's (A3). */
export const stories = fc.record({
  keepsTickets: fc.boolean(),
  steps: fc.array(step, { minLength: 3, maxLength: 14 }),
});
export type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;
