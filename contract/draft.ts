import * as z from 'zod/mini';
import { texts } from './texts.ts';

/** The longest text that is kept of one field: more than any field of ours takes. */
export const draftText = 1_000;
const most = { fields: 20, name: 40, address: 2_000 };

/** What was typed into a form, by the names of its fields. */
export const draftValues = texts.check(
  z.refine((values) => Object.keys(values).length <= most.fields),
  z.refine((values) => Object.keys(values).every((name) => name.length <= most.name)),
  z.refine((values) => Object.values(values).every((text) => text.length <= draftText)),
);
export type DraftValues = z.infer<typeof draftValues>;

/** `POST /auth/login`: signing in again where a session has ended or is about to, with what was being typed there. */
export const signInAgain = z.strictObject({
  returnTo: z.string().check(z.maxLength(most.address)),
  draft: z.nullable(
    z.strictObject({
      /** The session's own word for who typed it: by now the browser may be somebody else's. */
      account: z.string().check(z.maxLength(most.name * 2)),
      values: draftValues,
    }),
  ),
});
export type SignInAgain = z.infer<typeof signInAgain>;

/** `POST /api/session/draft`: takes what was kept for the form at an address. It is given once. */
export const draftWanted = z.strictObject({ address: z.string().check(z.maxLength(most.address)) });
export const draftTaken = z.object({ values: z.nullable(draftValues) });
