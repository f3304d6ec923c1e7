import { randomUUID } from 'node:crypto';
import type { Operation } from '#contract/operation.ts';
import type { Store } from '#server/store/store.ts';
import { inventedPatient } from '#server/upstreams/kit/testing/invented-patient.ts';
import { listBookings } from '../../bookings.ts';
import { cancelBooking } from '../../cancel-booking.ts';
import { confirmHold } from '../../confirm-hold.ts';
import { current, leaveBehind } from '../../hold-rows.ts';
import { makeHold } from '../../make-hold.ts';
import type { Asked } from '../../operation-deps.ts';
import { Reconciler } from '../../reconciler.ts';
import { releaseHold } from '../../release-hold.ts';
import { benchOver, slotInput, type Bench } from '../bench.ts';
import { fakeClock } from '../fake-clock.ts';
import { fakeWorld } from '../fake-world.ts';
import { FailedAfterSend } from '../../failed-after-send.ts';
import { Crashed } from '../script.ts';
import type { Step, Who } from './steps.ts';

type Ask = (asked: Asked) => Promise<Operation>;
type Press = Extract<Step, { play: unknown }>;

const policies = { anna: '5000000000000001', boris: '5000000000000002' } as const;
export const policyOf = (patient: string) => (patient === 'patient-boris' ? policies.boris : policies.anna);

const askedBy = (who: Who, key: string): Asked => ({
  actor: `actor-${who}`,
  pseudonym: `patient-${who}`,
  patient: { ...inventedPatient, policy: policies[who] },
  key,
  session: `session-${who}`,
});

/** The portal and its clinic as two people, and a story, use them. */
export class Portal {
  readonly clock = fakeClock();
  readonly world = fakeWorld(this.clock);
  /** What was announced and not looked at yet, by whichever process. */
  readonly announced: Operation[] = [];
  bench: Bench;
  readonly #store: Store;
  readonly #last = new Map<Who, { ask: Ask; asked: Asked }>();

  constructor(store: Store) {
    this.#store = store;
    this.bench = this.#start();
  }

  async play(step: Step): Promise<void> {
    const { script, clinic } = this.world;
    switch (step.does) {
      case 'repeat': {
        const last = this.#last.get(step.who);
        if (last) await this.#send(last.ask, last.asked);
        return;
      }
      case 'restart':
        this.bench = this.#start();
        return;
      case 'commit late':
        script.commitLate();
        return;
      case 'stranger takes':
        clinic.sellOneMore(step.slot);
        return;
      case 'sign out':
        await leaveBehind(this.bench, `session-${step.who}`);
        return;
      case 'reading':
        script.readable = step.works;
        return;
      case 'wait':
        this.clock.advance(step.seconds * 1_000);
        await this.round();
        return;
      default:
        await this.#press(step);
    }
  }

  async round(): Promise<void> {
    const errors: unknown[] = [];
    await new Reconciler(this.bench, { onError: (error) => errors.push(error) })
      .round()
      .catch((error: unknown) => errors.push(error));
    const unexpected = errors.find((error) => !(error instanceof Crashed));
    if (unexpected) throw unexpected;
  }

  listed(who: Who) {
    const { patient, pseudonym } = askedBy(who, '');
    return listBookings(this.bench, 'clinic-visits', patient, pseudonym, this.clock.now());
  }

  async #press({ does, who, slot, play, tabs }: Press): Promise<void> {
    const ask = await this.#askFor(does, who, slot);
    if (!ask) return;
    const { script } = this.world;
    script.play(play);
    const presses = Array.from({ length: tabs }, () => askedBy(who, randomUUID()));
    await Promise.all(presses.map((asked) => this.#send(ask, asked)));
    script.behave();
    const [asked] = presses;
    if (asked) this.#last.set(who, { ask, asked });
  }

  /** What a person can press: the hold and the visits that the portal shows them. Null where there is nothing to press. */
  async #askFor(does: Press['does'], who: Who, slot: string): Promise<Ask | null> {
    if (does === 'reserve') return (asked) => makeHold(this.bench, asked, slotInput(slot));
    if (does === 'cancel') {
      const shown = await this.listed(who).catch(() => []);
      const visit = shown.find(({ status }) => status.kind === 'booked');
      return visit
        ? (asked) => cancelBooking(this.bench, asked, 'clinic-visits', visit.id, { person: 'me' })
        : null;
    }
    const hold = await current(
      this.bench,
      { actor: `actor-${who}`, patient: `patient-${who}` },
      this.clock.now(),
    );
    if (!hold) return null;
    const write = does === 'confirm' ? confirmHold : releaseHold;
    return (asked) => write(this.bench, asked, hold.id);
  }

  /** Our process may die of it, and nobody can be told that a source does not answer: both are part of the story. */
  async #send(ask: Ask, asked: Asked): Promise<void> {
    const paused = this.clock.paused();
    try {
      await ask(asked);
    } catch (error) {
      if (error instanceof FailedAfterSend && error.cause instanceof Crashed) this.bench = this.#start();
      else if (!isNamed(error)) throw error;
    }
    // Two tabs share this clock, and each has its nine seconds.
    if (this.clock.paused() - paused > 18_000) throw new Error('The browser was kept waiting');
  }

  #start(): Bench {
    return benchOver(this.#store, this.world.upstreams, this.clock, this.announced);
  }
}

const expected = new Set(['portal.not-found', 'portal.source-unavailable']);
const isNamed = (error: unknown) => error instanceof Error && expected.has(error.message);
