import * as z from 'zod/mini';
import type { Person } from '#contract/person.ts';
import { timeViews } from './day-window.ts';

const choice = z.catch(z.optional(z.string()), undefined);

/** Everything that was chosen lives in the address, so that Back, a reload and a bookmark work. */
export const choices = z.object({
  person: choice,
  clinic: choice,
  speciality: choice,
  doctor: choice,
  /** The first day that is shown. */
  day: z.catch(z.optional(z.iso.date()), undefined),
  /** How the times are shown; a list where nothing is said. */
  view: z.catch(z.optional(z.enum(timeViews)), undefined),
  slot: choice,
  /** The chosen time is that of a visit that was cancelled only now. Any other time is an ordinary one. */
  back: z.catch(z.optional(z.literal('1')), undefined),
  /** What is looked for before a clinic is chosen: the name of a speciality, a part of a doctor's name, a clinic's id. */
  want: choice,
  name: choice,
  at: choice,
});
export type Choices = z.infer<typeof choices>;

/** In the order they are made. */
export const steps = ['person', 'clinic', 'speciality', 'doctor', 'slot'] as const;
export type Step = (typeof steps)[number];

export const readChoices = (search: string): Choices =>
  choices.parse(Object.fromEntries(new URLSearchParams(search)));

/** The one whom it is for: the chosen one, or the only one there is. Somebody who is not theirs is nobody. */
export function chosenPerson(people: readonly Person[], { person }: Choices): Person | undefined {
  return people.length === 1 ? people[0] : people.find(({ ref }) => ref === person);
}

/** Whether earliest times are looked for, in place of a clinic being chosen. */
export const isSearch = ({ want, name, at }: Choices): boolean => [want, name, at].some(Boolean);

/** The first step without an answer; null when everything is chosen. */
export function openStep(made: Choices, person: Person | undefined): Step | null {
  if (!person) return 'person';
  return steps.find((step) => step !== 'person' && !made[step]) ?? null;
}

/** The choices with one more made. What came after it in the order belonged to the old answer and goes. */
export function withChoice(made: Choices, step: Step, value: string | undefined): Choices {
  const earlier = steps.slice(0, steps.indexOf(step));
  const kept = Object.fromEntries(earlier.map((name) => [name, made[name]]));
  const shown = step === 'slot' ? { day: made.day, view: made.view } : {};
  return { ...readChoices(''), ...kept, ...shown, [step]: value };
}

/** As the search part of an address, in the order of the steps. */
export function searchOf(made: Partial<Choices>): string {
  const order = [
    'person',
    'clinic',
    'speciality',
    'doctor',
    'day',
    'view',
    'slot',
    'want',
    'name',
    'at',
  ] as const;
  return new URLSearchParams(order.flatMap((name) => (made[name] ? [[name, made[name]]] : []))).toString();
}
