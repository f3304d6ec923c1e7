const storageKey = 'talon-undo';

/** Whether a cancel waits for the undo delay: as was chosen on this device, else for patients, and not for a registrar's many patients a day. */
export function readCanUndo(isRegistrar: boolean): boolean {
  try {
    const chosen = localStorage.getItem(storageKey);
    return chosen === null ? !isRegistrar : chosen === 'on';
  } catch {
    return !isRegistrar;
  }
}

export function rememberCanUndo(isWanted: boolean): void {
  try {
    localStorage.setItem(storageKey, isWanted ? 'on' : 'off');
  } catch {
    // Storage may be off (private window, policy): the choice then lives as long as the page.
    return;
  }
}
