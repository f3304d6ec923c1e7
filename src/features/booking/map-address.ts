/** A map of an address, at somebody else's: it learns the clinic's address and nothing of who asks or why. */
export const mapAddress = (address: string): string =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`;
