import { useLocation, useSearch } from 'wouter';

/** This very address, without what an earlier sign-in left in it: where somebody comes back to once they are signed in. */
export function useReturnAddress(): string {
  const [path] = useLocation();
  const search = new URLSearchParams(useSearch());
  search.delete('signin');
  const rest = search.toString();
  return rest ? `${path}?${rest}` : path;
}
