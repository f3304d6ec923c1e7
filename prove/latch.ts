/** A promise that somebody else keeps. */
export function latch<T>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { open: (value: T) => open(value), opened };
}
