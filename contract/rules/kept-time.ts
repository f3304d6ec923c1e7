/** So long after its end a kept time is surely over at the clinic too, which counts from a moment of its own: asking for it again is a first time. */
export const surelyOverAfterMs = 10_000;

/** So long after its end a kept time is still spoken of, and asked for again where the person wished for more of it. */
export const worthAskingMs = 10 * 60_000;
