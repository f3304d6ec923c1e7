import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { pressAndListen } from '#src/testing/heard-write.tsx';
import { signedIn } from '#src/testing/show-screen.tsx';
import { MoveScreen } from './move-screen.tsx';

const visit = loopVisit({
  id: '7',
  starts: { at: '2026-11-23T07:00:00.000Z', offset: '+03:00' },
  slot: { id: 'slot-1', doctorId: 'd1' },
  place: { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: '8 (495) 000-10-01' },
  who: { name: 'Глеб Орешкин', role: 'Диетолог' },
});
const later = { at: '2026-11-24T08:30:00.000Z', offset: '+03:00' };
const moved = {
  body: {
    id: 'op-1',
    kind: 'move',
    state: 'confirmed',
    person: 'self',
    at: '2026-11-21T09:00:00.000Z',
    report: null,
    booking: { ...visit, starts: later, slot: { id: 'slot-2', doctorId: 'd1' } },
    hold: null,
  },
};
const taken = {
  body: {
    type: 'urn:talon:failure:loop.move-visit.taken',
    status: 409,
    title: 'loop.move-visit.taken',
    failure: 'loop.move-visit.taken',
    upstream: { system: 'loop', status: 409, code: null },
    facts: {},
    text: null,
    operation: 'op-1',
  },
  status: 409,
};

const sayYes = (
  { language, yes }: { language: 'ru' | 'en'; yes: string },
  answer: { body: unknown; status?: number },
) =>
  pressAndListen(
    <MoveScreen
      source="visits"
      id="7"
      person="self"
      people={[]}
      isRegistrar={false}
      to="slot-2"
      day="2026-11-24"
      today="2026-11-21"
    />,
    {
      language,
      answers: {
        '/api/session': { body: signedIn() },
        '/api/bookings/visits/7?person=self': { body: visit },
        '/api/bookings/visits/7/times?person=self': {
          body: {
            times: [
              { id: 'slot-2', starts: later, ends: { at: '2026-11-24T09:00:00.000Z', offset: '+03:00' } },
            ],
          },
        },
        '/api/operations?person=self': { body: { operations: [] } },
      },
      button: yes,
      answer,
    },
  );

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe.each([
  {
    language: 'ru',
    yes: 'Перенести визит',
    sending: 'heading, Переносим визит…, level 1',
    moved: [
      'heading, Визит перенесён, level 1',
      'Визит будет в новое время.',
      'вторник',
      '24',
      'ноября',
      '11:30',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'по времени клиники, UTC+3',
      'link, Открыть запись',
      'link, К моим записям',
    ],
    stays: [
      'heading, Визит не перенесён, level 1',
      'strong',
      'Визит не перенесён: это время только что заняли',
      '.',
      'Ваш визит остался на прежнем времени. Можно выбрать другое.',
      'list',
      'listitem, level 1, position 1, set size 2',
      'heading, Прежнее время, level 2',
      'Действует',
      'понедельник',
      '23',
      'ноября',
      '10:00',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'по времени клиники, UTC+3',
      'listitem, level 1, position 2, set size 2',
      'heading, Новое время, level 2',
      'Не перенесён',
      'вторник',
      '24',
      'ноября',
      '11:30',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'по времени клиники, UTC+3',
      'link, Выбрать другое время',
      'link, К моим записям',
      'link, Позвонить: 8 (495) 000-10-01',
    ],
  },
  {
    language: 'en',
    yes: 'Move the visit',
    sending: 'heading, Moving the visit…, level 1',
    moved: [
      'heading, Visit moved, level 1',
      'The visit is at the new time now.',
      'Tuesday',
      '24',
      'November',
      '11:30',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'clinic time, UTC+3',
      'link, Open the visit',
      'link, Back to my bookings',
    ],
    stays: [
      'heading, The visit was not moved, level 1',
      'strong',
      'The visit was not moved: that time has just been taken',
      '.',
      'Your visit stays at its old time. You can choose another one.',
      'list',
      'listitem, level 1, position 1, set size 2',
      'heading, Old time, level 2',
      'On',
      'Monday',
      '23',
      'November',
      '10:00',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'clinic time, UTC+3',
      'listitem, level 1, position 2, set size 2',
      'heading, New time, level 2',
      'Not moved',
      'Tuesday',
      '24',
      'November',
      '11:30',
      'Глеб Орешкин',
      'Диетолог',
      'Поликлиника № 1',
      'clinic time, UTC+3',
      'link, Choose another time',
      'link, Back to my bookings',
      'link, Call 8 (495) 000-10-01',
    ],
  },
] as const)('a screen reader in $language', (heard) => {
  test('says that it is being moved and that it is, then the new time and where to go', async () => {
    const { reader, clinicAnswers, hears } = await sayYes(heard, moved);
    await hears(heard.sending);
    clinicAnswers();
    await hears(heard.sending, heard.moved[0]);
    expect(await reader.readOn()).toEqual(heard.moved.slice(1));
    await reader.stop();
  });

  test('says that it was not moved, why, and that the old time is on before the one that is not', async () => {
    const { reader, clinicAnswers, hears } = await sayYes(heard, taken);
    await hears(heard.sending);
    clinicAnswers();
    await hears(heard.sending, heard.stays[0]);
    const stays = heard.stays.slice(1);
    // What follows is folded, which jsdom does not know.
    expect((await reader.readOn()).slice(0, stays.length)).toEqual(stays);
    await reader.stop();
  });
});
