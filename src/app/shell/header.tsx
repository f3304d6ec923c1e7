import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { SignedIn } from '#contract/session.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { useSessionEnded } from '#src/queries/session-ended.ts';
import { sessionQueries } from '#src/queries/session-queries.ts';
import { signOut } from '#src/queries/sign-out.ts';
import { Button } from '#src/ui/button.tsx';
import { DeskLink } from './desk-link.tsx';
import { LanguageSelect } from './language-select.tsx';
import { Logo } from './logo.tsx';
import { PersonInHeader } from './person-in-header.tsx';
import { SimpleSwitch } from './simple-switch.tsx';
import styles from './header.module.css';
import controls from './view-controls.module.css';

/** Whose portal this is, how it looks, who is signed in, for whom, and the way out. */
export function Header() {
  const words = useWords();
  const { data: session } = useQuery(sessionQueries.current());
  const ended = useSessionEnded();
  return (
    <header className={styles['header']}>
      <div className={styles['inner']}>
        <Link href={paths.bookings.to()} className={styles['brand']}>
          <Logo />
          <span>{words('common.product')}</span>
        </Link>
        <div className={controls['controls']}>
          <SimpleSwitch />
          <LanguageSelect />
        </div>
        {session?.authenticated && !ended && <Account session={session} />}
      </div>
    </header>
  );
}

type Leaving = 'no' | 'asked' | 'failed';

function Account({ session }: { session: SignedIn }) {
  const words = useWords();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Leaving>('no');
  const leave = () => {
    setLeaving('asked');
    signOut(queryClient).catch(() => setLeaving('failed'));
  };
  return (
    <>
      {(session.role === 'registrar' || session.people.length > 1) && (
        <div className={styles['context']}>
          <PersonInHeader session={session} />
          {session.role === 'registrar' && <RegistrarSections patient={session.people[0]} />}
        </div>
      )}
      <div className={styles['account']}>
        <span className={styles['name']}>{words('common.signedInAs', { name: session.name })}</span>
        <Button look="quiet" disabled={leaving === 'asked'} onClick={leave}>
          {words(leaving === 'asked' ? 'common.signingOut' : 'common.signOut')}
        </Button>
      </div>
      {leaving === 'failed' && (
        <p role="alert" className={styles['failed']}>
          {words('common.signOutFailed')}
        </p>
      )}
    </>
  );
}

function RegistrarSections({ patient }: { patient: Person | undefined }) {
  const words = useWords();
  const [address] = useLocation();
  const here = (path: string) => address === path && ({ 'aria-current': 'page' } as const);
  return (
    <nav aria-label={words('common.nav')} className={styles['sections']}>
      <DeskLink patient={patient} {...here(paths.desk.path)}>
        {words('common.nav.desk')}
      </DeskLink>
      {patient && (
        <Link href={paths.bookings.to()} {...here(paths.bookings.path)}>
          {words('common.nav.bookings')}
        </Link>
      )}
    </nav>
  );
}
