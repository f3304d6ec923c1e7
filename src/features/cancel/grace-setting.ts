const storageKey = 'talon-grace';

/** Whether there is a grace period: as was chosen on this device, else for patients, and not for a registrar's many patients a day. */
export function readGrace(isRegistrar: boolean): boolean {
  try {
    const chosen = localStorage.getItem(storageKey);
    return chosen === null ? !isRegistrar : chosen === 'on';
  } catch {
    return !isRegistrar;
  }
}

export function rememberGrace(isWanted: boolean): void {
  try {
    localStorage.setItem(storageKey, isWanted ? 'on' : 'off');
  } catch {
    // Storage may be off (private window, policy): the choice then lives as long as the page.
    return;
  }
}
