import { noteAccount, ownAccount } from './own-account.ts';
import { hearTabs, tellTabs } from './tabs.ts';

const channelName = 'talon-account';

/** Says to the other tabs who is signed in here, and hears of whoever signs in there. Returns how to stop listening. */
export function watchSignIns(): () => void {
  const stop = hearTabs(channelName, (account) => {
    if (typeof account === 'string') noteAccount(account);
  });
  tellTabs(channelName, ownAccount());
  return stop;
}
