import type { Clinic, Hold, Slot } from '../slot.ts';

const slotMs = 20 * 60_000;

/** A clinic of which nothing is known but its name. A test names what it is about; the rest is of no account. */
export const clinicOf = (named: Partial<Clinic> = {}): Clinic => ({
  id: 'c1',
  name: 'Clinic 1',
  address: null,
  phone: null,
  forChildren: false,
  online: true,
  statusSince: null,
  worktimes: null,
  ...named,
});

/** A free time of twenty minutes for one person. */
export const freeSlot = (id: string, at: string, named: Partial<Slot> = {}): Slot => ({
  id,
  clinicId: 'c1',
  doctorId: 'd1',
  starts: { at, offset: '+03:00' },
  ends: { at: new Date(Date.parse(at) + slotMs).toISOString(), offset: '+03:00' },
  capacity: 1,
  used: 0,
  availability: 'free',
  note: null,
  ...named,
});

/** A time that is kept for a grown-up. */
export const heldTime = (named: Partial<Hold> = {}): Hold => ({
  id: 'h1',
  person: 'self',
  slot: { id: 's1', starts: { at: '2026-11-23T06:00:00.000Z', offset: '+03:00' }, ends: null },
  place: { clinicId: 'c1', name: 'Clinic 1', address: null, phone: null },
  doctor: { name: 'Efimov', speciality: null },
  ageCategory: 'ADULT',
  keptUntil: '2026-11-21T09:09:55.000Z',
  state: 'held',
  ...named,
});
