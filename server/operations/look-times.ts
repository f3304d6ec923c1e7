const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** When an open outcome is looked at again, counted from its start. */
const looks = [5 * second, 10 * second, 20 * second, 30 * second, 2 * minute, 10 * minute];
/** An upstream that cannot be read now is asked again soon, while somebody may be waiting. */
const soon = 10 * second;
/** After this nobody looks any more. */
export const lookForMs = 24 * hour;

/** The work of one request, re-readings included, is over by then. A row still `started` has lost its runner. */
export const staleAfterMs = 15 * second;

/**
 * From here on a reading that shows no effect is believed: the connection that carried the write was given up long before.
 * Docs: decision 0008.
 */
export const believedAfterMs = 30 * second;

const later = (age: number) => looks.find((look) => look > age) ?? (Math.floor(age / hour) + 1) * hour;

/**
 * The moment of the next look; null when it has been looked at long enough. `spread` (0 to 1) keeps rows from coming together;
 * `wanted` is when a reading will prove more than one before it.
 */
export function nextLook(
  startedAt: Date,
  now: Date,
  {
    readable = true,
    spread = Math.random(),
    wanted,
  }: { readable?: boolean; spread?: number; wanted?: Date | undefined } = {},
): Date | null {
  const age = Math.max(0, now.getTime() - startedAt.getTime());
  if (age >= lookForMs) return null;
  const planned = later(age);
  const at = readable || age > 10 * minute ? planned : Math.min(planned, age + soon);
  const next = new Date(startedAt.getTime() + at + spread * 0.1 * (at - age));
  return wanted && wanted > now && wanted < next ? wanted : next;
}
