export interface ThrowAwayPostgres {
  /** The address of a database of this cluster. */
  url(database: string): string;
  /** Makes an empty database and answers its address. */
  createDatabase(name: string): Promise<string>;
  /** kill -9 of the postmaster; resolves when it is gone. Nothing is flushed. */
  crash(): Promise<void>;
  /** Stops it in the middle of everything, with its connections open: it says nothing until it is thawed. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port, after its recovery if it crashed; resolves when it answers. */
  restart(): Promise<void>;
  /** Stops it and deletes its folder. */
  stop(): Promise<void>;
}

export function startPostgres(options?: { fsync?: boolean }): Promise<ThrowAwayPostgres>;
