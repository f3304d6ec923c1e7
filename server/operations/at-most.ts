/** Runs what it is given, so many at once; the others wait for their turn in order. */
export function atMost(count: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    // Whoever ends hands its place on, so a newcomer never overtakes the first in line.
    if (running < count) running += 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
