/** A visit's status as one word: Loop documents none, so letters, hyphens and the American spelling decide nothing. */
export const loopStatus = (wire: string): string => {
  const status = wire
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return status === 'canceled' ? 'cancelled' : status;
};
