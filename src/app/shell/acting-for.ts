import type { Person } from '#contract/person.ts';
import { paths } from '#src/paths.ts';

/** For whom everything on this page is: one person, everybody at once, or nobody yet. */
export type ActingFor =
  | { readonly kind: 'one'; readonly person: Person }
  | { readonly kind: 'everybody' }
  | { readonly kind: 'nobody' };

interface Address {
  readonly path: string;
  readonly search: string;
}

export interface Actor {
  readonly role: 'patient' | 'registrar';
  readonly people: readonly Person[];
}

/** Whom an address is for, as its screen reads it; null for whoever can only act for themselves. */
export function actingFor({ role, people }: Actor, { path, search }: Address): ActingFor | null {
  const [first] = people;
  if (role === 'registrar') return first ? { kind: 'one', person: first } : { kind: 'nobody' };
  if (people.length < 2 || !first) return null;
  const asked = new URLSearchParams(search).get('person');
  const named = people.find(({ ref }) => ref === asked);
  if (named) return { kind: 'one', person: named };
  if (path === paths.bookings.path) return { kind: 'everybody' };
  const fallsToFirst = path === paths.newRequest.path || (path.startsWith('/bookings/') && asked === null);
  return fallsToFirst ? { kind: 'one', person: first } : { kind: 'nobody' };
}

/** What has been begun on a page, and would be left by acting for somebody else. */
export type UnderWay = 'reserve' | 'hold' | 'cancel' | 'move' | 'request' | 'waiting';

export function underWay({ path, search }: Address): UnderWay | null {
  if (path === paths.newRequest.path) return 'request';
  if (path === paths.waiting.path) return 'waiting';
  if (/^\/bookings\/.+\/cancel$/.test(path)) return 'cancel';
  if (/^\/bookings\/.+\/move$/.test(path)) return 'move';
  if (path.startsWith('/reserve/hold/')) return 'hold';
  if (path !== paths.reserve.path) return null;
  const chosen = new URLSearchParams(search);
  chosen.delete('person');
  return chosen.size > 0 ? 'reserve' : null;
}

/** Where the same errand begins for somebody else; null is everybody. What was chosen for one is not for the other. */
export function addressFor(person: string | null, { path, search }: Address): string {
  const ref = person ?? undefined;
  // A clinic that takes one of them may refuse the other: a place on its waiting list, too, begins with the choice of one.
  if (path.startsWith(paths.reserve.path) || path === paths.waiting.path)
    return paths.reserve.to({ person: ref });
  if (path === paths.newRequest.path) return paths.newRequest.to({ person: ref });
  const view = path === paths.bookings.path ? new URLSearchParams(search).get('view') : null;
  return paths.bookings.to({
    person: ref,
    view: view === 'past' || view === 'cancelled' ? view : undefined,
  });
}

/** How many colours and shapes there are. */
export const markKinds = 6;

/** The look that tells people apart: by their place in the family, and for a registrar by the patient. */
export function markOf(people: readonly Person[], { ref }: Person): number {
  const place = people.findIndex((one) => one.ref === ref);
  if (people.length > 1) return place % markKinds;
  return Array.from(ref).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % markKinds;
}
