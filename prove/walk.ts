import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { slot } from '#contract/slot.ts';
import type { Dice } from './dice.ts';
import type { Ended, Visitor, Write } from './visitor.ts';

/** Who wants a time, for whom (by our name and by the clinic's), and where. */
export interface Wanted {
  readonly account: string;
  readonly person: string;
  readonly policy: string;
  readonly clinicId: string;
  readonly doctorId: string;
}

/** What somebody did about one time, and what they were told. */
export interface Attempt extends Wanted {
  readonly slotId: string;
  readonly hold: Told;
  readonly confirm: Told | null;
  /** Pressed anew, with a new key, for as long as it is refused. */
  readonly cancels: readonly Told[];
}
/** A write with the answer to it. */
export interface Told {
  readonly write: Write;
  readonly ended: Ended;
}

/** How long a person looks at a page before the next press, at most. */
const looksMs = 200;

export async function freeTimes(visitor: Visitor, { person, clinicId, doctorId }: Wanted, now: Date) {
  const [from = '', to = ''] = [1, 25].map((days) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  );
  const query = new URLSearchParams({ person, clinic: clinicId, doctor: doctorId, from, to });
  const { slots } = z
    .object({ slots: z.array(slot) })
    .parse(await visitor.read(`/api/slots?${query.toString()}`));
  return slots.filter(({ availability }) => availability === 'free').map(({ id }) => id);
}

interface Given {
  readonly visitor: Visitor;
  readonly times: string[];
  readonly dice: Dice;
  /** Hears of every write that is begun. */
  readonly onBegin: () => void;
  /** Nothing new is begun then. */
  readonly isOver: () => boolean;
  /** Nobody waits any longer then. */
  readonly enough: () => boolean;
}

/** Books one time after another and cancels each, until it is told to end: what it booked last stays. */
export async function walk(
  wanted: Wanted,
  { visitor, times, dice, onBegin, isOver, enough }: Given,
): Promise<Attempt[]> {
  const { person, clinicId, doctorId } = wanted;
  const attempts: Attempt[] = [];
  const press = async (path: string, body: object): Promise<Told> => {
    const write = { path, body, key: randomUUID() };
    await pause(dice.whole(0, looksMs));
    onBegin();
    return { write, ended: await visitor.write(write, enough) };
  };
  while (!isOver()) {
    const slotId = dice.one(times);
    times.splice(times.indexOf(slotId), 1);
    const hold = await press('/api/holds', { person, clinicId, doctorId, slotId });
    const held = hold.ended.hold?.id;
    const confirm = held ? await press(`/api/holds/${held}/confirm`, {}) : null;
    const booked = confirm?.ended.state === 'confirmed' ? confirm.ended.booking?.id : undefined;
    const cancels: Told[] = [];
    while (booked && !isOver() && (cancels.at(-1)?.ended.state ?? 'refused') === 'refused')
      cancels.push(await press(`/api/bookings/clinic-visits/${booked}/cancel`, { person }));
    attempts.push({ ...wanted, slotId, hold, confirm, cancels });
  }
  return attempts;
}
