import { z } from 'zod';
import type { Person } from '#contract/person.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';

const individual = z.object({ name: z.string(), birthDate: z.iso.date(), policy: z.string() });

/** Who signed in, as kept (encrypted) in the session. */
export const subject = z.object({
  sub: z.string(),
  role: z.enum(['patient', 'registrar']),
  self: individual,
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

/** The identity provider's claims (docs: configuration of the provider). */
export const claims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  birthdate: z.iso.date(),
  oms_policy: z.string().min(1),
  role: z.enum(['patient', 'registrar']),
  kids: z
    .array(z.object({ id: z.string(), name: z.string(), birthdate: z.iso.date(), oms_policy: z.string() }))
    .default([]),
  lpu_guid: z.guid().optional(),
  loop_patient_id: z.string().optional(),
  connect_orders: z.array(z.int()).default([]),
  sandbox_world: z.string().optional(),
});

/** A subject from parsed claims. The world counts only where the upstreams are the sandbox's. */
export function subjectOf(raw: z.infer<typeof claims>, idToken: string | null, sandbox: boolean): Subject {
  return {
    sub: raw.sub,
    role: raw.role,
    self: { name: raw.name, birthDate: raw.birthdate, policy: raw.oms_policy },
    children: raw.kids.map(({ name, birthdate, oms_policy }) => ({
      name,
      birthDate: birthdate,
      policy: oms_policy,
    })),
    inHand: null,
    clinic: raw.role === 'registrar' ? (raw.lpu_guid ?? null) : null,
    loopPatientId: raw.loop_patient_id ?? null,
    connectOrders: raw.connect_orders,
    world: sandbox ? (raw.sandbox_world ?? null) : null,
    idToken,
  };
}

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
  return [
    of('self', 'self', who.self, { loopPatientId: who.loopPatientId, connectOrders: who.connectOrders }),
    ...who.children.map((child, index) => of(`child-${index + 1}`, 'child', child, nothing)),
  ];
}
