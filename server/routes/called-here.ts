import type { Operation } from '#contract/operation.ts';

/**
 * An operation with its person as this session calls them. Whoever asked for it may have had another name for them: a registrar
 * has a new one for each search.
 */
export const calledHere = (operation: Operation, person: string): Operation => ({
  ...operation,
  person,
  booking: operation.booking && { ...operation.booking, person },
  hold: operation.hold && { ...operation.hold, person },
});
