import * as z from 'zod/mini';

/** What can be looked for, as a form keeps it: an empty field asks for nothing. One of them is needed. */
export const findFields = z
  .object({
    want: z.string(),
    name: z.string().check(z.trim(), z.maxLength(60, { error: 'reserve.find.long' })),
    at: z.string(),
  })
  .check(
    z.refine(({ want, name, at }) => Boolean(want || name || at), {
      path: ['name'],
      error: 'reserve.find.nothing',
    }),
    z.refine(({ name }) => name.length !== 1, { path: ['name'], error: 'reserve.find.short' }),
  );
export type FindFields = z.infer<typeof findFields>;
