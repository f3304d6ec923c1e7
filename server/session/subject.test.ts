import { describe, expect, test } from 'vitest';
import { subjectFrom, UnfitClaims } from './claims.ts';
import { actedFor, subject } from './subject.ts';

const told = {
  sub: '1000000003',
  name: 'Мария Орлова',
  birthdate: '1988-11-30',
  oms_policy: '5000000000000003',
  role: 'patient',
  kids: [
    { id: 'timofey', name: 'Тимофей Орлов', birthdate: '2017-05-01', oms_policy: '5000000000000004' },
    { id: 'vera', name: 'Вера Орлова', birthdate: '2010-05-01', oms_policy: '5000000000000005' },
  ],
  loop_patient_id: 'patient-maria',
  connect_orders: [7001, 7002],
  sandbox_world: 'test-1',
};
const registrar = {
  sub: '1000000008',
  name: 'Ирина Белова',
  birthdate: '1990-09-09',
  oms_policy: '5000000000000008',
  role: 'registrar',
};
const inHand = {
  ref: 'patient-a1b2c3d4',
  name: '',
  birthDate: '1984-03-14',
  policy: '5000000000000001',
  orders: [7001],
};
const signedIn = (raw: object, sandbox = false) => subjectFrom(raw, 'the-id-token', sandbox).who;

const unfitOf = (raw: object): UnfitClaims => {
  try {
    signedIn(raw);
  } catch (error) {
    if (error instanceof UnfitClaims) return error;
  }
  throw new Error('The claims were taken.');
};

describe('the claims', () => {
  test('become the subject that the session keeps', () => {
    const who = signedIn(told);
    expect(who).toEqual({
      clinic: null,
      sub: '1000000003',
      role: 'patient',
      self: { name: 'Мария Орлова', birthDate: '1988-11-30', policy: '5000000000000003' },
      children: [
        { name: 'Тимофей Орлов', birthDate: '2017-05-01', policy: '5000000000000004' },
        { name: 'Вера Орлова', birthDate: '2010-05-01', policy: '5000000000000005' },
      ],
      inHand: null,
      loopPatientId: 'patient-maria',
      connectOrders: [7001, 7002],
      world: null,
      idToken: 'the-id-token',
    });
    expect(subject.parse(JSON.parse(JSON.stringify(who)))).toEqual(who);
  });

  test('may leave out children, Loop and orders', () => {
    expect(signedIn(registrar)).toMatchObject({ children: [], loopPatientId: null, connectOrders: [] });
  });

  test.each([
    ['an empty id', { sub: '' }, ['sub']],
    ['no name', { name: undefined }, ['name']],
    ['no policy', { oms_policy: undefined }, ['oms_policy']],
    ['a birth date that is none', { birthdate: '30.11.1988' }, ['birthdate']],
    ['a role that we do not know', { role: 'admin' }, ['role']],
    [
      'nothing',
      { sub: undefined, name: null, role: '', birthdate: null, oms_policy: '' },
      ['sub', 'name', 'role', 'birthdate', 'oms_policy'],
    ],
  ])('with %s sign nobody in, and are named without their values', (_what, wrong, names) => {
    const error = unfitOf({ ...told, ...wrong });
    expect(error.claims).toEqual(names);
    for (const value of ['30.11.1988', 'admin', told.oms_policy, told.name])
      expect(error.message).not.toContain(value);
  });

  test.each([
    [
      'a child without a policy',
      { kids: [{ id: 'x', name: 'X', birthdate: '2017-05-01' }, ...told.kids.slice(1)] },
      ['kids.0.oms_policy'],
      { children: [{ name: 'Вера Орлова' }] },
    ],
    ['kids that are null', { kids: null }, [], { children: [] }],
    ['kids that are no list', { kids: 'vera' }, ['kids'], { children: [] }],
    ['a Loop id that is null', { loop_patient_id: null }, [], { loopPatientId: null }],
    ['a Loop id that is a number', { loop_patient_id: 7 }, ['loop_patient_id'], { loopPatientId: null }],
    ['orders that are null', { connect_orders: null }, [], { connectOrders: [] }],
    [
      'an order that is not a number',
      { connect_orders: ['7001', 7002] },
      ['connect_orders.0'],
      { connectOrders: [7002] },
    ],
  ])('with %s sign the others in', (_what, odd, unfit, expected) => {
    const came = subjectFrom({ ...told, ...odd }, null, false);
    expect(came.unfit).toEqual(unfit);
    expect(came.who).toMatchObject(expected);
  });

  test.each([
    ['no policy', { oms_policy: undefined }],
    ['a policy that is null', { oms_policy: null }],
    ['no birth date', { birthdate: undefined }],
  ])('of a registrar with %s sign them in, for nobody until a patient is found', (_what, odd) => {
    const { who, unfit } = subjectFrom({ ...registrar, ...odd }, null, false);
    expect([who.role, unfit, actedFor(who)]).toEqual(['registrar', [], []]);
    expect(subject.parse(JSON.parse(JSON.stringify(who)))).toEqual(who);
  });

  test.each([
    ['taken from the sandbox', true, 'test-1'],
    ['not believed of a real provider', false, null],
  ])('name a world that is %s', (_what, sandbox, world) => {
    const who = signedIn(told, sandbox);
    expect([who.world, ...actedFor(who).map(({ patient }) => patient.world)]).toEqual(Array(4).fill(world));
  });
});

describe('a patient acts', () => {
  const [self, ...children] = actedFor(signedIn(told));

  test('for themselves and for each child, under names that tell no policy', () => {
    expect([self, ...children].map((acted) => acted?.person)).toEqual([
      { ref: 'self', relation: 'self', name: 'Мария Орлова', birthDate: '1988-11-30' },
      { ref: 'child-1', relation: 'child', name: 'Тимофей Орлов', birthDate: '2017-05-01' },
      { ref: 'child-2', relation: 'child', name: 'Вера Орлова', birthDate: '2010-05-01' },
    ]);
  });

  test('for themselves with their own policy, Loop id and orders', () => {
    expect(self?.patient).toEqual({
      ref: 'self',
      policy: '5000000000000003',
      birthDate: '1988-11-30',
      externalUserId: '1000000003',
      actsForAnother: false,
      loopPatientId: 'patient-maria',
      connectOrders: [7001, 7002],
      world: null,
    });
  });

  test("for a child with the child's policy in the parent's name, and never with the parent's Loop id or orders", () => {
    expect(children.map(({ patient }) => patient)).toEqual(
      [
        { ref: 'child-1', policy: '5000000000000004', birthDate: '2017-05-01' },
        { ref: 'child-2', policy: '5000000000000005', birthDate: '2010-05-01' },
      ].map((child) => ({
        ...child,
        externalUserId: '1000000003',
        actsForAnother: true,
        loopPatientId: null,
        connectOrders: [],
        world: null,
      })),
    );
  });

  test('for nobody that a registrar would have in hand', () => {
    expect(actedFor({ ...signedIn(told), inHand }).map(({ person }) => person.ref)).toEqual([
      'self',
      'child-1',
      'child-2',
    ]);
  });
});

describe('a registrar acts', () => {
  const who = signedIn({
    ...registrar,
    kids: told.kids,
    loop_patient_id: 'patient-irina',
    connect_orders: [9],
  });

  test('for nobody before a patient was found, not even for themselves or their own children', () => {
    expect(actedFor(who)).toEqual([]);
  });

  test("for the patient in hand alone, in the registrar's own name, with the orders typed for them", () => {
    expect(actedFor({ ...who, inHand })).toEqual([
      {
        person: { ref: 'patient-a1b2c3d4', relation: 'patient', name: '', birthDate: '1984-03-14' },
        patient: {
          ref: 'patient-a1b2c3d4',
          policy: '5000000000000001',
          birthDate: '1984-03-14',
          externalUserId: '1000000008',
          actsForAnother: true,
          loopPatientId: null,
          connectOrders: [7001],
          world: null,
        },
      },
    ]);
  });
});
