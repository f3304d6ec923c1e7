import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonClass, type ButtonLookProps } from './button.tsx';

/** A link that looks like a button: it goes somewhere, inside the portal. */
export function LinkButton({
  to,
  look = 'main',
  wide = false,
  children,
}: ButtonLookProps & { to: string; children: ReactNode }) {
  return (
    <Link href={to} className={buttonClass({ look, wide })}>
      {children}
    </Link>
  );
}

/** The same for an address outside the portal's screens: sign-in, `tel:`. */
export function OutsideLinkButton({
  href,
  look = 'main',
  wide = false,
  children,
}: ButtonLookProps & { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass({ look, wide })}>
      {children}
    </a>
  );
}
