/** A clock that moves only when it is told to, and a pause that moves it instead of waiting. */
export function fakeClock(start = '2026-11-23T08:00:00.000Z') {
  let at = Date.parse(start);
  let paused = 0;
  return {
    now: () => new Date(at),
    advance: (milliseconds: number) => {
      at += milliseconds;
    },
    pause: async (milliseconds: number): Promise<void> => {
      at += milliseconds;
      paused += milliseconds;
    },
    /** All pauses so far, in milliseconds. */
    paused: () => paused,
  };
}

export type FakeClock = ReturnType<typeof fakeClock>;
