import { createHash } from 'node:crypto';

/** The same name always gives the same GUID, so that a restarted sandbox and every world agree. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const clinicGuid = (number: number) => `c1000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Clinics of the invented region; all on Moscow time. */
export const clinics = [
  {
    guid: clinicGuid(1),
    name: 'Поликлиника № 1',
    address: 'г. Заречный, ул. Садовая, д. 12',
    phone: '8 (495) 000-10-01',
    for_children: false,
    online: true,
  },
  {
    guid: clinicGuid(2),
    name: 'Поликлиника № 2',
    address: 'г. Заречный, пр. Мира, д. 40',
    phone: '8 (495) 000-10-02',
    for_children: false,
    online: true,
  },
  {
    guid: clinicGuid(3),
    name: 'Детская поликлиника',
    address: 'г. Заречный, ул. Школьная, д. 3',
    phone: '8 (495) 000-10-03',
    for_children: true,
    online: true,
  },
  {
    guid: clinicGuid(4),
    name: 'Амбулатория «Лесная»',
    address: 'пос. Лесной, ул. Центральная, д. 1',
    phone: '8 (495) 000-10-04',
    for_children: false,
    online: false,
  },
] as const;

const doctor = (
  clinic: number,
  speciality: string,
  speciality_name: string,
  name: string,
  room: string,
  more: { plan?: number; ages?: [number | null, number | null]; observed_only?: boolean } = {},
) => {
  const [family = '', given = '', patronymic = ''] = name.split(' ');
  return {
    guid: guidOf(`doctor ${name}`),
    clinic: clinicGuid(clinic),
    speciality,
    speciality_name,
    family,
    given,
    patronymic,
    role: `Врач-${speciality_name.toLowerCase()}`,
    room,
    floor: Number(room[0]),
    observed_only: more.observed_only ?? false,
    plan: more.plan ?? 1,
    ages: more.ages ?? [null, null],
  };
};

export const doctors = [
  doctor(1, '27', 'Терапевт', 'Кузнецова Елена Павловна', '202', { plan: 3 }),
  doctor(1, '27', 'Терапевт', 'Ефимов Роман Андреевич', '204'),
  doctor(1, '11', 'Кардиолог', 'Громов Илья Сергеевич', '310'),
  doctor(1, '29', 'Офтальмолог', 'Яшина Дарья Олеговна', '115'),
  doctor(1, '17', 'Невролог', 'Рябов Константин Юрьевич', '312', { ages: [60, null] }),
  doctor(2, '27', 'Терапевт', 'Власова Нина Ивановна', '101'),
  doctor(2, '11', 'Кардиолог', 'Петренко Лев Маркович', '220', { observed_only: true }),
  doctor(3, '22', 'Педиатр', 'Алексеева Юлия Викторовна', '105', { plan: 2 }),
  doctor(3, '22', 'Педиатр', 'Сомов Артём Игоревич', '107'),
  doctor(3, '29', 'Офтальмолог', 'Нилова Ольга Денисовна', '201', { ages: [0, 17] }),
  doctor(4, '27', 'Терапевт', 'Жданов Пётр Ильич', '110'),
];

const minute = 60_000;
export const day = 24 * 60 * minute;

/** Midnight by the clinics' clock (+03:00) of the day that holds `now`. */
export const clinicMidnight = (now: Date) => {
  const shifted = now.getTime() + 180 * minute;
  return shifted - (shifted % day) - 180 * minute;
};

const isWeekday = (midnight: number) => ![0, 6].includes(new Date(midnight + 180 * minute).getUTCDay());

/** Cells of every doctor: weekdays 9:00-13:00 in steps of 20 minutes, from `fromDay` to `toDay` days after today. */
export function cellsOf(now: Date, fromDay: number, toDay: number) {
  const today = clinicMidnight(now);
  const days = Array.from({ length: toDay - fromDay }, (_, index) => today + (fromDay + index) * day).filter(
    isWeekday,
  );
  return doctors.flatMap((doctor) =>
    days.flatMap((midnight) =>
      Array.from({ length: 12 }, (_, step) => {
        const begins = midnight + (9 * 60 + step * 20) * minute;
        return {
          guid: guidOf(`cell ${doctor.guid} ${begins}`),
          doctor: doctor.guid,
          begins: new Date(begins).toISOString(),
          ends: new Date(begins + 20 * minute).toISOString(),
          plan: doctor.plan,
          age_from: doctor.ages[0],
          age_to: doctor.ages[1],
          rights: step === 0 ? 'Registry' : 'Registry,Doctor,Internet',
        };
      }),
    ),
  );
}
