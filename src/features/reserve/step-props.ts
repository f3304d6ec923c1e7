import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { paths } from '#src/paths.ts';
import { withChoice, type Choices, type Step } from './choices.ts';

/** What each step knows: what was chosen so far, for whom, and what day it is. */
export interface StepProps {
  readonly made: Choices;
  readonly person: Person;
  readonly today: CalendarDay;
}

/** The address of the page on which one more choice is made. */
export const addressWith = (made: Choices, step: Step, value: string | undefined): string =>
  paths.reserve.to(withChoice(made, step, value));
