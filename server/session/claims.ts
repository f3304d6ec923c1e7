import { z } from 'zod';
import type { Subject } from './subject.ts';

const filled = z.string().trim().min(1);
const child = z.object({ name: filled, birthdate: z.iso.date(), oms_policy: filled });
const order = z.int();
const list = z.array(z.unknown()).nullish();

/** What every account needs (docs: configuration of the provider). A patient needs the other two as well. */
const everybody = z.object({ sub: z.string().min(1), name: filled, role: z.enum(['patient', 'registrar']) });
const ofPatient = z.object({ birthdate: z.iso.date(), oms_policy: filled });
const extra = {
  kids: list,
  connect_orders: list,
  loop_patient_id: filled.nullish(),
  lpu_guid: z.guid().nullish(),
};

/** Claims without which nobody is signed in. Names alone: values are personal. */
export class UnfitClaims extends Error {
  override readonly name = 'UnfitClaims';
  readonly claims: readonly string[];

  constructor(claims: readonly string[]) {
    super(`The identity provider sent no usable ${claims.join(', ')}.`);
    this.claims = claims;
  }
}

const namesOf = (error: z.ZodError) => [...new Set(error.issues.map(({ path }) => path.join('.')))];

/** Each row by itself: one that does not fit is named and left out. */
function rowsOf<T>(name: string, rows: readonly unknown[], row: z.ZodType<T>, unfit: string[]): T[] {
  return rows.flatMap((wire, index) => {
    const parsed = row.safeParse(wire);
    if (parsed.success) return [parsed.data];
    unfit.push(
      ...namesOf(parsed.error).map((field) => [name, index, field].filter((p) => p !== '').join('.')),
    );
    return [];
  });
}

/**
 * Who signed in, from the provider's claims, and the names of the claims that were left out because they do not fit.
 * Throws `UnfitClaims`. The sandbox's world counts only where the upstreams are the sandbox's.
 */
export function subjectFrom(
  raw: unknown,
  idToken: string | null,
  sandbox: boolean,
): { who: Subject; unfit: readonly string[] } {
  const known = everybody.safeParse(raw);
  const own = ofPatient.safeParse(raw);
  const missing = [
    ...(known.success ? [] : namesOf(known.error)),
    ...(own.success || (known.success && known.data.role === 'registrar') ? [] : namesOf(own.error)),
  ];
  if (!known.success || missing.length > 0) throw new UnfitClaims(missing);
  const unfit: string[] = [];
  const optional = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const value = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(raw))).get(name);
    const parsed = schema.safeParse(value);
    if (!parsed.success) unfit.push(name);
    return parsed.success ? parsed.data : null;
  };
  const { sub, name, role } = known.data;
  const kids = rowsOf('kids', optional('kids', extra.kids) ?? [], child, unfit);
  const orders = rowsOf(
    'connect_orders',
    optional('connect_orders', extra.connect_orders) ?? [],
    order,
    unfit,
  );
  return {
    who: {
      sub,
      role,
      self: { name, birthDate: own.data?.birthdate ?? null, policy: own.data?.oms_policy ?? null },
      children: kids.map((kid) => ({ name: kid.name, birthDate: kid.birthdate, policy: kid.oms_policy })),
      inHand: null,
      clinic: role === 'registrar' ? (optional('lpu_guid', extra.lpu_guid) ?? null) : null,
      loopPatientId: optional('loop_patient_id', extra.loop_patient_id) ?? null,
      connectOrders: orders,
      world: sandbox ? (optional('sandbox_world', z.string().nullish()) ?? null) : null,
      idToken,
    },
    unfit,
  };
}
