/** Somebody invented, who may sign in at the demonstration's identity provider or be found at a clinic's desk. */
export interface DemoPerson {
  readonly accountId: string;
  /** The identity provider's id (ЕСИА), sent to MIS as `externalUserId`. */
  readonly sub: string;
  readonly name: string;
  readonly birthDate: string;
  readonly policy: string;
  /** Medical cards (MKAB); an RPGU token is bound to the first unless another is named. Without one MIS knows nobody. */
  readonly cards: readonly string[];
  readonly role: 'patient' | 'registrar' | 'child';
  readonly about: { readonly ru: string; readonly en: string };
  readonly kids: readonly string[];
  readonly clinic?: string;
  readonly loopPatientId?: string;
  readonly connectOrders: readonly number[];
  readonly bannedFromSelfBooking: boolean;
}

/** A birthday that makes somebody `years` old on `today` and for months to come. */
const aged = (today: Date, years: number) => {
  const born = new Date(today);
  born.setUTCMonth(born.getUTCMonth() - 2);
  born.setUTCFullYear(born.getUTCFullYear() - years);
  return born.toISOString().slice(0, 10);
};

const card = (number: number) => `0a000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const patient = {
  role: 'patient',
  kids: [],
  connectOrders: [],
  bannedFromSelfBooking: false,
} as const satisfies Partial<DemoPerson>;

/** Everybody of the demonstration region. `today` is the seeding day: children keep the age that their story needs. */
export const demoPeople = (today: Date): readonly DemoPerson[] => [
  {
    ...patient,
    accountId: 'anna',
    sub: '1000000001',
    name: 'Анна Соколова',
    birthDate: '1984-03-14',
    policy: '5000000000000001',
    cards: [card(1), card(2)],
    about: { ru: 'пациент, записи всех видов', en: 'a patient with bookings of every kind' },
    loopPatientId: 'patient-anna',
    connectOrders: [7001, 7002],
  },
  {
    ...patient,
    accountId: 'pavel',
    sub: '1000000002',
    name: 'Павел Соколов',
    birthDate: '1981-07-02',
    policy: '5000000000000002',
    cards: [card(3)],
    about: { ru: 'пациент без записей', en: 'a patient without bookings' },
  },
  {
    ...patient,
    accountId: 'maria',
    sub: '1000000003',
    name: 'Мария Орлова',
    birthDate: '1988-11-30',
    policy: '5000000000000003',
    cards: [card(4)],
    about: { ru: 'мать двоих детей', en: 'a mother of two children' },
    kids: ['timofey', 'vera'],
  },
  {
    ...patient,
    accountId: 'timofey',
    sub: '1000000004',
    name: 'Тимофей Орлов',
    birthDate: aged(today, 9),
    policy: '5000000000000004',
    cards: [card(5)],
    role: 'child',
    about: { ru: 'ребёнок', en: 'a child' },
  },
  {
    ...patient,
    accountId: 'vera',
    sub: '1000000005',
    name: 'Вера Орлова',
    birthDate: aged(today, 16),
    policy: '5000000000000005',
    cards: [card(6)],
    role: 'child',
    about: { ru: 'подросток', en: 'a teenager' },
  },
  {
    ...patient,
    accountId: 'olga',
    sub: '1000000006',
    name: 'Ольга Громова',
    birthDate: '1975-05-20',
    policy: '5000000000000006',
    cards: [card(7)],
    about: { ru: 'пациент, которому закрыта онлайн-запись', en: 'a patient who may not book online' },
    bannedFromSelfBooking: true,
  },
  {
    ...patient,
    accountId: 'viktor',
    sub: '1000000007',
    name: 'Виктор Лебедев',
    birthDate: '1948-01-09',
    policy: '5000000000000007',
    cards: [card(8)],
    about: {
      ru: 'пожилой пациент: диспансеризация и вызовы на дом',
      en: 'an elderly patient: check-up and home calls',
    },
  },
  {
    ...patient,
    accountId: 'zoya',
    sub: '1000000009',
    name: 'Зоя Тихонова',
    birthDate: '1969-02-17',
    policy: '5000000000000009',
    cards: [],
    about: { ru: 'пациент без карты в поликлиниках', en: 'a patient without a card at the clinics' },
    loopPatientId: 'patient-zoya',
  },
  {
    ...patient,
    accountId: 'irina',
    sub: '1000000008',
    name: 'Ирина Белова',
    birthDate: '1990-09-09',
    policy: '5000000000000008',
    cards: [card(9)],
    role: 'registrar',
    about: { ru: 'регистратор', en: 'a registrar' },
    clinic: 'c1000000-0000-4000-8000-000000000001',
  },
];
