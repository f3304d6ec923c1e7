import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loopVisit } from '#contract/testing/sample-bookings.ts';
import { pressAndListen } from '#src/testing/heard-write.tsx';
import { signedIn } from '#src/testing/show-screen.tsx';
import { CancelScreen } from './cancel-screen.tsx';

const visit = loopVisit({
  id: '7',
  starts: { at: '2026-11-23T07:00:00.000Z', offset: '+03:00' },
  place: { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: '8 (495) 000-10-01' },
  who: { name: 'Глеб Орешкин', role: 'Диетолог' },
});
const cancelled = {
  body: {
    id: 'op-1',
    kind: 'cancel',
    state: 'confirmed',
    person: 'self',
    at: '2026-11-21T09:00:00.000Z',
    report: null,
    booking: { ...visit, status: { kind: 'cancelled', at: null } },
    hold: null,
  },
};
const refused = {
  body: {
    type: 'urn:talon:failure:loop.cancel-visit.wrong-status',
    status: 412,
    title: 'loop.cancel-visit.wrong-status',
    failure: 'loop.cancel-visit.wrong-status',
    upstream: { system: 'loop', status: 412, code: null },
    facts: {},
    text: null,
    operation: 'op-1',
  },
  status: 412,
};

const sayYes = (
  { language, yes }: { language: 'ru' | 'en'; yes: string },
  answer: { body: unknown; status?: number },
) =>
  pressAndListen(
    <CancelScreen source="visits" id="7" person="self" people={[]} isRegistrar={false} asCheckUp={false} />,
    {
      language,
      answers: {
        '/api/session': { body: signedIn() },
        '/api/bookings/visits/7?person=self': { body: visit },
        '/api/operations?person=self': { body: { operations: [] } },
      },
      button: yes,
      answer,
    },
  );

beforeEach(() => localStorage.setItem('talon-undo', 'off'));
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe.each([
  {
    language: 'ru',
    yes: 'Да, отменить визит',
    sending: 'heading, Отменяем визит…, level 1',
    done: ['heading, Визит отменён, level 1', 'Приходить не нужно.'],
    summary: [
      'Что это',
      'Визит',
      'Когда',
      'понедельник, 23 ноября, 10:00, по времени клиники, UTC+3',
      'Врач',
      'Глеб Орешкин, Диетолог',
      'Где',
      'Поликлиника № 1',
    ],
    afterDone: [
      'link, К моим записям',
      'Чтобы записаться снова, позвоните в клинику.',
      'link, Позвонить: 8 (495) 000-10-01',
    ],
    refusal: [
      'heading, Сейчас этот визит отменить нельзя, level 1',
      'Он уже начался, завершён или его состояние изменилось. Откройте визит, чтобы увидеть его.',
    ],
    afterRefusal: [
      'link, Посмотреть состояние',
      'link, Позвонить: 8 (495) 000-10-01',
      'group',
      'Подробности',
    ],
  },
  {
    language: 'en',
    yes: 'Yes, cancel the visit',
    sending: 'heading, Cancelling the visit…, level 1',
    done: ['heading, Visit cancelled, level 1', 'You do not need to come.'],
    summary: [
      'What it is',
      'Visit',
      'When',
      'Monday 23 November, 10:00, clinic time, UTC+3',
      'Doctor',
      'Глеб Орешкин, Диетолог',
      'Where',
      'Поликлиника № 1',
    ],
    afterDone: [
      'link, Back to my bookings',
      'To book again, call the clinic.',
      'link, Call 8 (495) 000-10-01',
    ],
    refusal: [
      'heading, This visit can’t be cancelled now, level 1',
      'It has started, is over, or its state has changed. Open the visit to see it.',
    ],
    afterRefusal: ['link, See its state', 'link, Call 8 (495) 000-10-01', 'group', 'Details'],
  },
] as const)('a screen reader in $language', (heard) => {
  test('says that it is being cancelled and that it is, then what to do, what it was, and where to go', async () => {
    const { reader, clinicAnswers, hears } = await sayYes(heard, cancelled);
    await hears(heard.sending);
    clinicAnswers();
    await hears(heard.sending, heard.done[0]);
    expect(await reader.readOn()).toEqual([heard.done[1], ...heard.summary, ...heard.afterDone]);
    await reader.stop();
  });

  test('says first that it was not cancelled, then why, what is still on, and what to do', async () => {
    const { reader, clinicAnswers, hears } = await sayYes(heard, refused);
    await hears(heard.sending);
    clinicAnswers();
    await hears(heard.sending, heard.refusal[0]);
    const toTheDetails = [heard.refusal[1], ...heard.summary, ...heard.afterRefusal];
    // They are folded, which jsdom does not know.
    expect((await reader.readOn()).slice(0, toTheDetails.length)).toEqual(toTheDetails);
    await reader.stop();
  });
});
