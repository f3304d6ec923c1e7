import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoopVisit } from '#contract/booking.ts';
import { switchLanguage } from '#src/i18n/words-store.ts';
import { listen } from '#src/testing/screen-reader.ts';
import { showScreen, signedIn } from '#src/testing/show-screen.tsx';
import { CancelScreen } from './cancel-screen.tsx';

const visit: LoopVisit = {
  kind: 'visit',
  source: 'visits',
  id: '7',
  person: 'self',
  status: { kind: 'booked' },
  starts: { at: '2026-11-23T07:00:00.000Z', offset: '+03:00' },
  ends: null,
  place: { clinicId: 'c1', name: 'Поликлиника № 1', address: null, phone: '8 (495) 000-10-01' },
  who: { name: 'Глеб Орешкин', role: 'Диетолог' },
  can: { cancel: { allowed: true }, move: { allowed: true } },
  visitType: 'telehealth',
  reason: null,
  cancelReason: null,
};
const soon = { timeout: 3_000 };
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
  status: 200,
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

/** Says yes to a clinic that takes its time, and listens from then on. */
async function sayYes(
  { language, yes }: { language: 'ru' | 'en'; yes: string },
  answer: { body: unknown; status: number },
) {
  await switchLanguage(language);
  const { asked } = await showScreen(
    <CancelScreen source="visits" id="7" person="self" people={[]} isRegistrar={false} asCheckUp={false} />,
    {
      language,
      answers: {
        '/api/session': { body: signedIn() },
        '/api/bookings/visits/7?person=self': { body: visit },
        '/api/operations?person=self': { body: { operations: [] } },
      },
    },
  );
  const button = await screen.findByRole('button', { name: yes });
  let answers = () => {};
  asked.mockImplementation(
    () =>
      new Promise((resolve) => {
        answers = () => resolve(Response.json(answer.body, { status: answer.status }));
      }),
  );
  const reader = await listen();
  fireEvent.click(button);
  return { reader, clinicAnswers: () => answers() };
}

beforeEach(() => localStorage.setItem('talon-grace', 'off'));
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
    afterDone: ['link, К моим записям'],
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
    afterDone: ['link, Back to my bookings'],
    refusal: [
      'heading, This visit can’t be cancelled now, level 1',
      'It has started, is over, or its state has changed. Open the visit to see it.',
    ],
    afterRefusal: ['link, See its state', 'link, Call 8 (495) 000-10-01', 'group', 'Details'],
  },
] as const)('a screen reader in $language', (heard) => {
  test('says that it is being cancelled and that it is, then what to do, what it was, and where to go', async () => {
    const { reader, clinicAnswers } = await sayYes(heard, cancelled);
    await vi.waitFor(async () => expect(await reader.said()).toEqual([heard.sending]), soon);
    clinicAnswers();
    await vi.waitFor(async () => expect(await reader.said()).toEqual([heard.sending, heard.done[0]]), soon);
    expect(await reader.readOn()).toEqual([heard.done[1], ...heard.summary, ...heard.afterDone]);
    await reader.stop();
  });

  test('says first that it was not cancelled, then why, what is still on, and what to do', async () => {
    const { reader, clinicAnswers } = await sayYes(heard, refused);
    await vi.waitFor(async () => expect(await reader.said()).toEqual([heard.sending]), soon);
    clinicAnswers();
    await vi.waitFor(
      async () => expect(await reader.said()).toEqual([heard.sending, heard.refusal[0]]),
      soon,
    );
    const toTheDetails = [heard.refusal[1], ...heard.summary, ...heard.afterRefusal];
    // They are folded, which jsdom does not know.
    expect((await reader.readOn()).slice(0, toTheDetails.length)).toEqual(toTheDetails);
    await reader.stop();
  });
});
