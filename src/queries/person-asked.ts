/** Whom an address asks about, of those one may act for. Without one it is about all of them. */
export const personAsked = <T extends { readonly ref: string }>(
  people: readonly T[],
  search: URLSearchParams,
): T | undefined => people.find(({ ref }) => ref === search.get('person'));
