import type { Person } from '#contract/person.ts';

/** Whom the address names; without a name, or with somebody who is not theirs, the first one. */
export const ofPerson = (people: readonly Person[], asked: string | null): Person | undefined =>
  people.find(({ ref }) => ref === asked) ?? people[0];
