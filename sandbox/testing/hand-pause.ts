export interface Waiting {
  readonly ms: number;
  readonly end: () => void;
}

/** A pause that lasts until the test ends it. */
export function handPause() {
  const waiting: Waiting[] = [];
  const lookouts: ((pause: Waiting) => void)[] = [];
  return {
    pause: (ms: number): Promise<void> =>
      new Promise((end) => {
        const lookout = lookouts.shift();
        if (lookout) lookout({ ms, end });
        else waiting.push({ ms, end });
      }),
    /** The next pause that anybody makes; at once if somebody is waiting already. */
    next: (): Promise<Waiting> => {
      const first = waiting.shift();
      return first ? Promise.resolve(first) : new Promise((found) => lookouts.push(found));
    },
  };
}
