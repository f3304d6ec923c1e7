/** What a list of bookings can be narrowed down by, in the order of the fields. */
export const facets = ['kind', 'clinic', 'speciality', 'doctor'] as const;
export type Facet = (typeof facets)[number];

/** What was chosen lives in the address. What is typed does not: it may be somebody's name. */
export type Filter = Readonly<Partial<Record<Facet, string | undefined>>>;

export const readFilter = (search: URLSearchParams): Filter =>
  Object.fromEntries(facets.flatMap((facet) => (search.get(facet) ? [[facet, search.get(facet)]] : [])));

export const isNarrowed = (filter: Filter): boolean => facets.some((facet) => filter[facet] !== undefined);
