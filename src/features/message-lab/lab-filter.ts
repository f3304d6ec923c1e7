import * as z from 'zod/mini';
import { labOperationNames } from './lab-operations.ts';
import { audiences, states } from './specimens.ts';

export const widths = ['phone', 'desktop'] as const;
export type Width = (typeof widths)[number];

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.catch(z.optional(z.enum(values)), undefined);

/** What is shown, as the address says; what it does not name is shown in full, but for the operation. */
export const labFilter = z.object({
  operation: z.catch(z.enum(labOperationNames), 'cancel-visit'),
  language: z.catch(z.optional(z.string()), undefined),
  audience: oneOf(audiences),
  state: oneOf(states),
  width: oneOf(widths),
});
export type LabFilter = z.infer<typeof labFilter>;

export const readFilter = (search: string): LabFilter =>
  labFilter.parse(Object.fromEntries(new URLSearchParams(search)));

/** The address's search with one more thing chosen; an empty value is everything. */
export function searchWith(search: string, name: keyof LabFilter, value: string): string {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next.toString();
}
