const storageKey = 'talon-shared';

/** That several people, or a clinic's staff, sign in here: nothing of anybody is kept then. Says nothing of who they are. */
export function noteThatShared(): void {
  try {
    localStorage.setItem(storageKey, 'yes');
  } catch {
    // Storage may be off: then nothing could be kept here either.
    return;
  }
}

export function isShared(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return true;
  }
}

/** Installed like an app: what somebody does with their own device. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
