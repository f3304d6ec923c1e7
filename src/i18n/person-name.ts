import type { Person } from '#contract/person.ts';
import type { SayWords } from './use-words.tsx';

/** What somebody is called. The clinic does not name the patient whom a registrar has found: then «Пациент». */
export const personName = (words: SayWords, { name }: Pick<Person, 'name'>): string =>
  name || words('common.patient');
