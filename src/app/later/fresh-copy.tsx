import { useFreshCopy } from '#src/queries/device-copy/use-fresh-copy.ts';

/** What this device was asked to keep follows what is true. Shows nothing. */
export function FreshCopy() {
  useFreshCopy();
  return null;
}
