import { demoPeople, type DemoPerson } from '../people/people.ts';
import { cellsOf, clinicGuid, clinicMidnight, clinics, day, doctors, guidOf } from './seed-region.ts';

function cardOf({ accountId, cards }: DemoPerson, index = 0): string {
  const card = cards[index];
  if (!card) throw new Error(`${accountId} has no card ${index}`);
  return card;
}

type Cell = ReturnType<typeof cellsOf>[number];

/** The bookings that the demonstration people start with: every kind, every state, every rule of a refusal. */
export function seedBookings(now: Date) {
  const people = new Map(demoPeople(now).map((person) => [person.accountId, person]));
  const who = (accountId: string): DemoPerson => {
    const person = people.get(accountId);
    if (!person) throw new Error(`nobody is called ${accountId}`);
    return person;
  };
  const all = cellsOf(now, -30, 28);
  const cell = (family: string, fromDay: number, step: number): Cell => {
    const doctor = doctors.find((candidate) => candidate.family === family);
    const from = clinicMidnight(now) + fromDay * day;
    const found = all.filter(
      ({ doctor: guid, begins }) => guid === doctor?.guid && Date.parse(begins) >= from,
    )[step];
    if (!found) throw new Error(`${family} has no cell`);
    return found;
  };
  const ticket = (
    name: string,
    accountId: string,
    place: Cell,
    more: { card?: number; made_by?: string; exam?: string; home_call?: string } = {},
  ) => {
    const person = who(accountId);
    return {
      guid: guidOf(`ticket ${name}`),
      cell: place.guid,
      clinic: doctors.find(({ guid }) => guid === place.doctor)?.clinic ?? clinicGuid(1),
      card: cardOf(person, more.card),
      policy: person.policy,
      num: String((name.length * 7) % 90).padStart(3, '0'),
      made_at: new Date(now.getTime() - 2 * day).toISOString(),
      made_by: more.made_by ?? null,
      exam: more.exam ?? null,
      home_call: more.home_call ?? null,
    };
  };
  const viktorsCall = guidOf('call viktor linked');
  const tickets = [
    ticket('anna therapist', 'anna', cell('Кузнецова', 2, 4)),
    ticket('anna cardiologist', 'anna', cell('Громов', 4, 6), { card: 1 }),
    ticket('anna by the registry', 'anna', cell('Яшина', 8, 5), { made_by: 'registry' }),
    ticket('anna past', 'anna', cell('Кузнецова', -9, 3)),
    ticket('viktor check-up', 'viktor', cell('Громов', 3, 2), { exam: guidOf('exam viktor') }),
    ticket('viktor with a call', 'viktor', cell('Ефимов', 2, 3), { home_call: viktorsCall }),
    ticket('viktor past', 'viktor', cell('Рябов', -12, 5)),
    ticket('timofey paediatrician', 'timofey', cell('Алексеева', 3, 2)),
  ];
  const call = (
    name: string,
    accountId: string,
    fromDay: number,
    status: number,
    more: { guid?: string } = {},
  ) => {
    const person = who(accountId);
    return {
      guid: more.guid ?? guidOf(`call ${name}`),
      clinic: clinics[0].guid,
      card: cardOf(person),
      policy: person.policy,
      address: 'г. Заречный, ул. Лесная, д. 7, кв. 15',
      called_for: new Date(clinicMidnight(now) + fromDay * day + 11 * 60 * 60_000).toISOString(),
      status,
      status_at: status === 0 ? null : new Date(now.getTime() - day).toISOString(),
      kind: 1,
      doctor: 'Кузнецова Елена Павловна',
      doctor_role: 'Врач-терапевт',
    };
  };
  const calls = [
    call('anna active', 'anna', 1, 1),
    call('anna done', 'anna', -14, 2),
    call('anna cancelled', 'anna', -5, 3),
    call('viktor linked', 'viktor', 2, 1, { guid: viktorsCall }),
    call('viktor new', 'viktor', 3, 0),
  ];
  return { tickets, calls };
}

/** What Loop has: visits of one patient in every status, one that we do not know, and somebody else's of the same brand. */
export function seedLoop(now: Date) {
  const slot = (number: number, fromDay: number, halfHours = number) => {
    const begins = clinicMidnight(now) + fromDay * day + (14 * 60 + halfHours * 30) * 60_000;
    return {
      id: `slot-${number}`,
      provider_id: `provider-${(number % 2) + 1}`,
      begins: new Date(begins).toISOString(),
      ends: new Date(begins + 30 * 60_000).toISOString(),
    };
  };
  const slots = [
    slot(1, 5),
    slot(2, 9),
    slot(3, -20),
    slot(4, 6),
    slot(5, 3),
    slot(6, 4),
    slot(7, 7),
    slot(8, 10),
    // Six days of free slots, two a day of each provider.
    ...Array.from({ length: 24 }, (_, index) => slot(9 + index, 11 + Math.floor(index / 4), index % 4)),
  ];
  const visit = (
    number: number,
    patient_id: string,
    status: string,
    visit_type: string,
    reason: string | null,
  ) => ({
    id: `visit-${number}`,
    patient_id,
    provider_id: `provider-${(number % 2) + 1}`,
    slot_id: `slot-${number}`,
    status,
    visit_type,
    reason,
    cancelled_at: status === 'cancelled' ? new Date(now.getTime() - day).toISOString() : null,
    cancel_reason: status === 'cancelled' ? 'Изменились планы' : null,
  });
  const visits = [
    visit(1, 'patient-anna', 'booked', 'telehealth', 'Обсудить результаты анализов'),
    visit(2, 'patient-anna', 'booked', 'initial', null),
    visit(3, 'patient-anna', 'completed', 'follow_up', null),
    visit(4, 'patient-anna', 'cancelled', 'follow_up', null),
    visit(5, 'patient-anna', 'awaiting_triage', 'initial', null),
    visit(6, 'patient-other', 'booked', 'initial', null),
  ];
  return { slots, visits };
}
