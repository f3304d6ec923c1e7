import { sayThatAccountChanged } from './session-ended.ts';

/** Whom this page is of, from the first answer on; null while nobody is known to be signed in. */
let own: string | null = null;

/** Every request says it, so that the portal can refuse a page that is somebody else's by now. */
export const ownAccount = () => own;
/** Before another test. */
export const forgetOwnAccount = () => {
  own = null;
};

/** The portal, or another tab, said who is signed in. A page never becomes another person's: it stops. */
export function noteAccount(account: string): void {
  own ??= account;
  if (own !== account) sayThatAccountChanged();
}
