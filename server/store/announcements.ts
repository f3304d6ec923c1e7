import { EventEmitter } from 'node:events';
import pg from 'pg';
import { z } from 'zod';

const announcement = z.union([
  z.object({ operation: z.string(), patient: z.string() }),
  z.object({ session: z.string() }),
]);
/**
 * That an operation of a patient stands otherwise than before, or that a session has ended or acts for somebody else: by names
 * that name nobody.
 */
export type Announcement = z.infer<typeof announcement>;

export interface Announcements {
  announce(what: Announcement): Promise<void>;
  /** Hears what any instance announced; answers how to stop. What was said while the database was away is lost. */
  onAnnounced(listener: (what: Announcement) => void): () => void;
  close(): Promise<void>;
}

const subscribe = (
  events: EventEmitter<{ said: [Announcement] }>,
  listener: (what: Announcement) => void,
) => {
  events.on('said', listener);
  return () => {
    events.off('said', listener);
  };
};

/** One process on an embedded database has nobody else to tell. */
export function announceHere(): Announcements {
  const events = new EventEmitter<{ said: [Announcement] }>().setMaxListeners(0);
  return {
    announce: async (what) => {
      events.emit('said', what);
    },
    onAnnounced: (listener) => subscribe(events, listener),
    close: async () => undefined,
  };
}

/** The channel is the database's: whoever else speaks on it is not understood, and does no harm. */
function read(payload: string | undefined): Announcement | null {
  try {
    return announcement.parse(JSON.parse(payload ?? ''));
  } catch {
    return null;
  }
}

const channel = 'talon_operations';
const reconnectMs = 1_000;
/** A connection on which nothing is ever said looks the same as one whose other end is gone. */
const watchEveryMs = 5_000;
const silenceMs = 2_000;

/** LISTEN/NOTIFY on a connection of its own, opened again when the database comes back. */
export function announceOnPostgres(
  pool: pg.Pool,
  { databaseUrl, onError }: { databaseUrl: string; onError: (error: Error) => void },
): Announcements {
  const events = new EventEmitter<{ said: [Announcement] }>().setMaxListeners(0);
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const listen = async () => {
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: silenceMs,
      query_timeout: silenceMs,
      keepAlive: true,
    });
    client = next;
    const again = () => {
      if (closed || client !== next) return;
      client = null;
      timer = setTimeout(() => void listen(), reconnectMs);
    };
    next.on('error', (error) => {
      onError(error);
      again();
    });
    next.on('end', again);
    next.on('notification', ({ payload }) => {
      const said = read(payload);
      if (said) events.emit('said', said);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      watch(next, again);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      again();
    }
  };
  const watch = (watched: pg.Client, again: () => void) => {
    timer = setTimeout(() => {
      void watched.query('select 1').then(
        () => client === watched && !closed && watch(watched, again),
        (error: unknown) => {
          onError(error instanceof Error ? error : new Error(String(error)));
          again();
          void watched.end().catch(() => undefined);
        },
      );
    }, watchEveryMs);
  };
  void listen();

  return {
    // The row is the truth and is committed already: an announcement that cannot be made is no failure of the write.
    announce: async (what) => {
      await pool
        .query('select pg_notify($1, $2)', [channel, JSON.stringify(what)])
        .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))));
    },
    onAnnounced: (listener) => subscribe(events, listener),
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      // It may be broken already, and nothing is left to say on it.
      await client?.end().catch(() => undefined);
    },
  };
}
