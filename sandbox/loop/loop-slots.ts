import type { Store } from '../store/store.ts';
import type { Answer } from '../scenarios/witness.ts';
import { brand } from './loop-visits.ts';

type SlotRow = {
  id: string;
  provider_id: string;
  begins: Date;
  ends: Date;
  booked: boolean;
  created_at: Date;
};

export const providers = [
  { id: 'provider-1', brand_id: brand, name: 'Марина Зимина', specialty: 'Врач превентивной медицины' },
  { id: 'provider-2', brand_id: brand, name: 'Глеб Орешкин', specialty: 'Диетолог' },
];

/** A provider's slots that begin from `from` on, and before `to`. */
export async function listSlots(
  store: Store,
  world: string,
  provider: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Answer> {
  const rows = await store.query<SlotRow>(
    `select * from loop_slots where world = $1 and provider_id = $2
     and ($3::timestamptz is null or begins >= $3) and ($4::timestamptz is null or begins < $4) order by begins`,
    [world, provider, from ?? null, to ?? null],
  );
  const slots = rows.map((slot) => ({
    id: slot.id,
    provider_id: slot.provider_id,
    brand_id: brand,
    start_time: slot.begins.toISOString(),
    end_time: slot.ends.toISOString(),
    booked: slot.booked,
    created_at: slot.created_at.toISOString(),
  }));
  return { status: 200, body: { slots } };
}
