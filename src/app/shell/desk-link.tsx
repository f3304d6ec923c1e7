import { lazy, Suspense, useState, type AriaAttributes, type MouseEvent, type ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Person } from '#contract/person.ts';
import { needAllWords } from '#src/i18n/words-store.ts';
import { paths } from '#src/paths.ts';
import { underWay, type UnderWay } from './acting-for.ts';

/** Comes when somebody leaves what they have begun. */
const LeaveForDesk = lazy(async () => {
  const [{ LeaveForDesk: Component }] = await Promise.all([
    import('../later/leave-for-desk.tsx'),
    needAllWords(),
  ]);
  return { default: Component };
});

/** The registrar's way to the desk; what was begun for the patient in hand is not left without a question. */
export function DeskLink({
  patient,
  className,
  children,
  ...aria
}: {
  patient: Person | undefined;
  className?: string | undefined;
  children: ReactNode;
} & Pick<AriaAttributes, 'aria-current'>) {
  const [path] = useLocation();
  const begun = underWay({ path, search: useSearch() });
  const [asked, setAsked] = useState<UnderWay | null>(null);
  const ask = (event: MouseEvent) => {
    if (!begun || !patient) return;
    event.preventDefault();
    setAsked(begun);
  };
  return (
    <>
      <Link href={paths.desk.to()} className={className} onClick={ask} {...aria}>
        {children}
      </Link>
      {asked && patient && (
        <Suspense>
          <LeaveForDesk begun={asked} patient={patient} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
