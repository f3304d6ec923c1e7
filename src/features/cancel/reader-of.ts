import type { Person } from '#contract/person.ts';

/** Who reads the page, by whom it is about: a patient is in the hands of a registrar. */
export const readerOf = (person: Person | undefined): 'registrar' | 'patient' =>
  person?.relation === 'patient' ? 'registrar' : 'patient';
