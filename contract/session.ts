import * as z from 'zod/mini';
import { source } from './booking.ts';
import { person } from './person.ts';
import { instant } from './time.ts';

/** Who is signed in, `GET /api/session`. Signed out is an answer too, never a 401. */
export const session = z.discriminatedUnion('authenticated', [
  z.object({ authenticated: z.literal(false), now: instant }),
  z.object({
    authenticated: z.literal(true),
    now: instant,
    /** When it ends, unless something is asked for before; asking for this does not count. */
    endsAt: instant,
    /** When it ends whatever is asked for. */
    lastsUntil: instant,
    /** The same at every sign-in of this person, and tells nothing of them: says whose a draft is. */
    account: z.string(),
    /** The address of the form that was being filled in when the session before this one ended. */
    draft: z.nullable(z.string()),
    name: z.string(),
    role: z.enum(['patient', 'registrar']),
    /** Whom this person may act for. A registrar has nobody until a patient is found, then exactly one. */
    people: z.array(person),
    /** The sources that this portal is connected to; the others are off and not shown. */
    sources: z.array(source),
  }),
]);
export type Session = z.infer<typeof session>;
export type SignedIn = Extract<Session, { authenticated: true }>;

/** `POST /api/desk/patient`: how a registrar finds a patient. In the body, so that no URL of ours carries it. */
export const patientSearch = z.object({
  policy: z.string().check(z.trim(), z.regex(/^\d{16}$/, { error: 'desk.policy.digits' })),
  birthDate: z.iso.date({ error: 'desk.birthDate.date' }),
});
export type PatientSearch = z.infer<typeof patientSearch>;
