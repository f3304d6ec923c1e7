import type { Booking } from '../../contract/booking.ts';
import { bookingLines, linesType } from '../../server/routes/booking-lines.ts';

const day = 24 * 60 * 60_000;
const doctors = [
  ['Кузнецова Елена Павловна', 'Врач-терапевт участковый'],
  ['Громов Андрей Викторович', 'Врач-кардиолог'],
  ['Яшина Ольга Сергеевна', 'Врач-офтальмолог'],
  ['Рябов Пётр Ильич', 'Врач-хирург'],
  ['Ефимова Дарья Игоревна', 'Врач-невролог'],
] as const;

/** As many clinic visits as asked for, as the portal's own API answers them: all still to come, three a day. */
export function inventedVisits(count: number, now: Date): Booking[] {
  return Array.from({ length: count }, (_, index) => {
    const days = Math.floor(index / 3) + 1;
    const at = new Date(now.getTime() + days * day + (index % 3) * 40 * 60_000);
    const [name, role] = doctors[index % doctors.length] ?? doctors[0];
    return {
      kind: 'clinic-visit',
      source: 'clinic-visits',
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      person: 'self',
      status: { kind: 'booked' },
      starts: { at: at.toISOString(), offset: '+03:00' },
      ends: { at: new Date(at.getTime() + 20 * 60_000).toISOString(), offset: '+03:00' },
      place: {
        clinicId: null,
        name: `Поликлиника № ${(index % 3) + 1}`,
        address: 'г. Заречный, ул. Садовая, д. 3',
        phone: '+7 496 400-00-00',
      },
      who: { name, role },
      can: { cancel: { allowed: true }, move: { allowed: true } },
      ticketNumber: String(index).padStart(5, '0'),
      room: '214',
      floor: 2,
      partOfCheckUp: false,
      madeAt: null,
      history: [],
    };
  });
}

/** The same as the portal's server would answer it. */
export const inventedAnswer = (count: number, now: Date) => ({
  contentType: linesType,
  body: bookingLines(inventedVisits(count, now), now),
});
