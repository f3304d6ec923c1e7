/** A port on the loopback address that nobody takes while its owner is down. */
export function freePort(): Promise<number>;
