import { describe, expect, test } from 'vitest';
import type { Clinic, Doctor, Slot } from '#contract/slot.ts';
import { sourceUnavailable } from '#server/upstreams/kit/failure-reports.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Schedule } from '#server/upstreams/kit/ports.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { findEarliest, specialityNames } from './earliest.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const adult: Patient = {
  ref: 'self',
  policy: '5000000000000001',
  birthDate: '1984-03-14',
  externalUserId: '1000000001',
  actsForAnother: false,
  loopPatientId: null,
  connectOrders: [],
  world: null,
};
const clinic = (id: string, more: Partial<Clinic> = {}): Clinic => ({
  id,
  name: `Поликлиника ${id}`,
  address: null,
  phone: null,
  forChildren: false,
  online: true,
  statusSince: null,
  worktimes: null,
  ...more,
});
const doctor = (id: string, freeTickets: number | null = null): Doctor => ({
  id,
  name: id,
  position: null,
  room: null,
  freeTickets,
});
const slot = (at: string, availability: Slot['availability'] = 'free'): Slot => ({
  id: at,
  clinicId: '',
  doctorId: '',
  starts: { at: `${at}:00.000Z`, offset: '+03:00' },
  ends: { at: `${at}:00.000Z`, offset: '+03:00' },
  capacity: 1,
  used: 0,
  availability,
  note: null,
});

interface Region {
  readonly clinics: readonly Clinic[];
  /** Clinic, the id of a speciality there, its name. */
  readonly specialities: readonly (readonly [string, string, string])[];
  /** The id of a speciality, a doctor, their times. */
  readonly doctors: readonly (readonly [string, Doctor, readonly Slot[]])[];
  /** A clinic, a speciality or a doctor that answers nothing. */
  readonly silent?: string;
  readonly before?: () => Promise<void>;
}

function scheduleOf({ clinics, specialities, doctors, silent, before }: Region) {
  const asked: string[] = [];
  const unused = () => Promise.reject(new Error('nothing is written here'));
  const answer = async <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    await before?.();
    if (what === silent) throw new ReadFailure(sourceUnavailable);
    return value;
  };
  const schedule: Schedule = {
    clinics: () => answer('clinics', clinics),
    specialities: (_patient, id) =>
      answer(
        id,
        specialities.filter(([of]) => of === id).map(([, one, name]) => ({ id: one, name })),
      ),
    doctors: (_patient, _clinic, id) =>
      answer(
        id,
        doctors.filter(([of]) => of === id).map(([, one]) => one),
      ),
    slots: (_patient, { doctorId }) =>
      answer(doctorId, doctors.find(([, { id }]) => id === doctorId)?.[2] ?? []),
    reserve: unused,
    confirm: unused,
    release: unused,
    ticketsIn: unused,
  };
  return { schedule, asked };
}

const region: Region = {
  clinics: [clinic('1'), clinic('2'), clinic('3', { forChildren: true }), clinic('4', { online: false })],
  specialities: [
    ['1', '1-therapist', 'Терапевт'],
    ['1', '1-eyes', 'Офтальмолог'],
    ['2', '2-therapist', 'ТЕРАПЕВТ'],
    ['3', '3-therapist', 'Терапевт'],
    ['4', '4-therapist', 'Терапевт'],
  ],
  doctors: [
    ['1-therapist', doctor('Ефимов Артём'), [slot('2026-11-24T06:00'), slot('2026-11-23T09:00')]],
    ['1-therapist', doctor('Кузнецова Елена', 0), [slot('2026-11-23T05:00')]],
    ['1-eyes', doctor('Яшина Дарья'), [slot('2026-11-23T06:00')]],
    [
      '2-therapist',
      doctor('Власова Нина'),
      [
        slot('2026-11-23T06:00', 'no-right'),
        slot('2026-11-23T07:00'),
        slot('2026-11-23T08:00'),
        slot('2026-11-23T08:20'),
        slot('2026-11-23T08:40'),
      ],
    ],
    ['3-therapist', doctor('Сомов Артём'), [slot('2026-11-23T05:00')]],
    ['4-therapist', doctor('Жданов Пётр'), [slot('2026-11-23T05:00')]],
  ],
};
const find = async (
  wanted: Parameters<typeof findEarliest>[1],
  more: Partial<Region> = {},
  { patient = adult, clock = () => now }: { patient?: Patient; clock?: () => Date } = {},
) => {
  const { schedule, asked } = scheduleOf({ ...region, ...more });
  const { offers, missing } = await findEarliest({ schedule, patient, clock }, wanted);
  return {
    offers: offers.map(({ doctor: { name }, slots }) => [name, slots.map(({ id }) => id.slice(8))] as const),
    missing,
    asked,
  };
};

describe('the earliest free times', () => {
  test('of a doctor whose schedule cannot be read are not called none: the clinic is missing', async () => {
    const { offers, missing } = await find({ speciality: 'Терапевт' }, { silent: 'Ефимов Артём' });
    expect(offers.map(([name]) => name)).not.toContain('Ефимов Артём');
    expect(missing).toEqual(['Поликлиника 1']);
  });

  test.each([
    ['before midnight in Moscow', '2026-11-21T20:30:00.000Z', true],
    ['after midnight in Moscow, before that of UTC', '2026-11-21T21:30:00.000Z', false],
  ])('in a children’s clinic on the eve of the 18th birthday, %s: %s', async (_when, at, offered) => {
    const patient = { ...adult, birthDate: '2008-11-22' };
    const { offers } = await find({ speciality: 'Терапевт' }, {}, { patient, clock: () => new Date(at) });
    expect(offers.some(([name]) => name === 'Сомов Артём')).toBe(offered);
  });

  test('of a speciality over all clinics that take this person, earliest doctor first and those without a time last', async () => {
    expect((await find({ speciality: 'терапевт' })).offers).toEqual([
      ['Власова Нина', ['23T07:00', '23T08:00', '23T08:20']],
      ['Ефимов Артём', ['23T09:00', '24T06:00']],
      ['Кузнецова Елена', []],
    ]);
  });

  test("a child is offered the children's clinic too", async () => {
    const child = { ...adult, birthDate: '2017-01-01' };
    const { offers } = await find({ speciality: 'Терапевт' }, {}, { patient: child });
    expect(offers[0]).toEqual(['Сомов Артём', ['23T05:00']]);
  });

  test("whoever is 18 by the day of the visit is offered no time at the children's clinic", async () => {
    const nearly = { ...adult, birthDate: '2008-11-23' };
    const { offers } = await find({ speciality: 'Терапевт' }, {}, { patient: nearly });
    expect(offers.find(([name]) => name === 'Сомов Артём')?.[1]).toEqual([]);
  });

  test('of a doctor by a part of the name, whatever the speciality, and ё is е', async () => {
    expect((await find({ name: 'артем' })).offers.map(([name]) => name)).toEqual(['Ефимов Артём']);
  });

  test('of one clinic', async () => {
    expect((await find({ clinic: '1' })).offers.map(([name]) => name)).toEqual([
      'Яшина Дарья',
      'Ефимов Артём',
      'Кузнецова Елена',
    ]);
  });

  test('a schedule that the clinic itself counts as full is not read', async () => {
    expect((await find({ name: 'кузнецова' })).asked).not.toContain('Кузнецова Елена');
  });
});

describe('what does not answer', () => {
  test.each(['2', '2-therapist', 'Власова Нина'])(
    '%s hides no other clinic, and its clinic is named',
    async (silent) => {
      const { offers, missing } = await find({ speciality: 'Терапевт' }, { silent });
      expect(offers).toContainEqual(['Ефимов Артём', ['23T09:00', '24T06:00']]);
      expect(missing).toEqual(['Поликлиника 2']);
    },
  );

  test('without the list of clinics there is no answer at all', async () => {
    await expect(find({ name: 'артем' }, { silent: 'clinics' })).rejects.toThrow(ReadFailure);
  });

  test('what could not be asked in good time is missing, and is not asked', async () => {
    let time = now.getTime();
    const slowly = async () => {
      time += 2_000;
    };
    const { missing, asked } = await find(
      { speciality: 'Терапевт' },
      { before: slowly },
      { clock: () => new Date(time) },
    );
    expect(missing).toEqual(['Поликлиника 1', 'Поликлиника 2']);
    expect(asked).toEqual(['clinics', '1', '2']);
  });

  test('a mistake of ours is no silence of theirs', async () => {
    let readings = 0;
    const broken = async () => {
      readings += 1;
      if (readings > 1) throw new TypeError('ours');
    };
    await expect(find({ name: 'артем' }, { before: broken })).rejects.toThrow(TypeError);
  });
});

test('no more than four readings at once', async () => {
  let open = 0;
  let most = 0;
  const before = async () => {
    open += 1;
    most = Math.max(most, open);
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    open -= 1;
  };
  const clinics = Array.from({ length: 12 }, (_, index) => clinic(String(index)));
  await find({ speciality: 'Терапевт' }, { clinics, specialities: [], before });
  expect(most).toBe(4);
});

test('each speciality is named once, in order', async () => {
  const { schedule } = scheduleOf(region);
  expect(await specialityNames({ schedule, patient: adult, clock: () => now })).toEqual({
    names: ['Офтальмолог', 'ТЕРАПЕВТ'],
    missing: [],
  });
});
