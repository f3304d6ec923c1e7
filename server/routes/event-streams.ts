import type { PassThrough } from 'node:stream';
import type { Deps } from '#server/deps.ts';
import type { Session } from '#server/session/sessions.ts';

type Announcement = Parameters<Parameters<Deps['store']['onAnnounced']>[0]>[0];

/** Pages that one session may keep listening at once: whoever opens more is no person, and the oldest gives way. */
const streamsPerSession = 20;

export interface Listener {
  readonly stream: PassThrough;
  readonly session: Session;
  /** The pseudonyms of everybody whom the session acts for, with what the page calls them. */
  people: ReadonlyMap<string, string>;
}

export interface EventStreamsDeps {
  /** A session as it is now; null once it has ended. */
  readonly refreshed: (session: Session) => Promise<Session | null>;
  readonly peopleOf: (session: Session) => ReadonlyMap<string, string>;
}

const write = ({ stream }: Listener, text: string) => {
  if (stream.writable) stream.write(`${text}\n\n`);
};

/** Every open event stream, found by whom and by which session it is for: an announcement costs only those whom it concerns. */
export class EventStreams {
  readonly #deps: EventStreamsDeps;
  readonly #byPatient = new Map<string, Set<Listener>>();
  readonly #bySession = new Map<string, Set<Listener>>();

  constructor(deps: EventStreamsDeps) {
    this.#deps = deps;
  }

  add(stream: PassThrough, session: Session): Listener {
    const listener: Listener = { stream, session, people: this.#deps.peopleOf(session) };
    const siblings = addTo(this.#bySession, session.idHash, listener);
    this.#index(listener);
    const [oldest] = siblings;
    if (siblings.size > streamsPerSession && oldest) oldest.stream.end();
    stream.once('close', () => this.#remove(listener));
    return listener;
  }

  /** Tells whoever is concerned. A session is read again for its own news alone: it may have ended, or be about somebody else. */
  async heard(said: Announcement): Promise<void> {
    if ('session' in said) {
      await this.#each(this.#bySession.get(said.session), (listener) => this.refresh(listener));
      return;
    }
    const { operation, patient } = said;
    await this.#each(this.#byPatient.get(patient), async (listener) => {
      if (!(await this.refresh(listener))) return;
      const person = listener.people.get(patient);
      if (person !== undefined)
        write(listener, `event: operation\ndata: ${JSON.stringify({ operation, person })}`);
    });
  }

  /** Reads the session of a stream again; ends the stream with it. */
  async refresh(listener: Listener): Promise<boolean> {
    const living = await this.#deps.refreshed(listener.session);
    if (!living) {
      listener.stream.end();
      return false;
    }
    this.#forgetPeople(listener);
    listener.people = this.#deps.peopleOf(living);
    this.#index(listener);
    return true;
  }

  end(): void {
    for (const listeners of this.#bySession.values()) for (const { stream } of listeners) stream.end();
  }

  async #each(listeners: Iterable<Listener> | undefined, act: (listener: Listener) => Promise<unknown>) {
    await Promise.all([...(listeners ?? [])].map((one) => act(one).catch(() => one.stream.end())));
  }

  #index(listener: Listener) {
    for (const patient of listener.people.keys()) addTo(this.#byPatient, patient, listener);
  }

  #forgetPeople(listener: Listener) {
    for (const patient of listener.people.keys()) removeFrom(this.#byPatient, patient, listener);
  }

  #remove(listener: Listener) {
    this.#forgetPeople(listener);
    removeFrom(this.#bySession, listener.session.idHash, listener);
  }
}

function addTo(index: Map<string, Set<Listener>>, key: string, listener: Listener): Set<Listener> {
  const there = index.get(key) ?? new Set<Listener>();
  index.set(key, there.add(listener));
  return there;
}

function removeFrom(index: Map<string, Set<Listener>>, key: string, listener: Listener): void {
  const there = index.get(key);
  there?.delete(listener);
  if (there?.size === 0) index.delete(key);
}
