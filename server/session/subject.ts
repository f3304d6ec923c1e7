import { z } from 'zod';
import type { Person } from '#contract/person.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';

const individual = z.object({ name: z.string(), birthDate: z.iso.date(), policy: z.string() });
/** A registrar acts for nobody without a patient in hand, and may have no policy of their own. */
const ownName = individual.extend({ birthDate: z.iso.date().nullable(), policy: z.string().nullable() });

/** Who signed in, as kept (encrypted) in the session. */
export const subject = z.object({
  sub: z.string(),
  role: z.enum(['patient', 'registrar']),
  self: ownName,
  children: z.array(individual),
  /** The patient that a registrar has in hand, with the order numbers typed for them. */
  inHand: individual.extend({ ref: z.string(), orders: z.array(z.int()) }).nullable(),
  /** The clinic at whose desk a registrar works (`lpu_guid`); sessions of before do not say. */
  clinic: z.string().nullable().default(null),
  loopPatientId: z.string().nullable(),
  connectOrders: z.array(z.int()),
  world: z.string().nullable(),
  /** For the provider's sign-out. */
  idToken: z.string().nullable(),
});
export type Subject = z.infer<typeof subject>;

interface ActedFor {
  readonly person: Person;
  readonly patient: Patient;
}

/** Everybody that this subject may act for, and nobody else: the only place where a `Patient` is made. */
export function actedFor(who: Subject): readonly ActedFor[] {
  const of = (
    ref: string,
    relation: Person['relation'],
    { name, birthDate, policy }: z.infer<typeof individual>,
    own: { loopPatientId: string | null; connectOrders: readonly number[] },
  ): ActedFor => ({
    person: { ref, relation, name, birthDate },
    patient: {
      ref,
      policy,
      birthDate,
      externalUserId: who.sub,
      actsForAnother: relation !== 'self',
      world: who.world,
      ...own,
    },
  });
  const nothing = { loopPatientId: null, connectOrders: [] };
  if (who.role === 'registrar')
    return who.inHand
      ? [of(who.inHand.ref, 'patient', who.inHand, { loopPatientId: null, connectOrders: who.inHand.orders })]
      : [];
  const self = individual.safeParse(who.self);
  const own = { loopPatientId: who.loopPatientId, connectOrders: who.connectOrders };
  return [
    ...(self.success ? [of('self', 'self', self.data, own)] : []),
    ...who.children.map((child, index) => of(`child-${index + 1}`, 'child', child, nothing)),
  ];
}
