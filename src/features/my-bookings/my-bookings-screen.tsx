import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { useSearch } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { SignedIn } from '#contract/session.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Segments } from '#src/ui/segments.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { isNarrowed, readFilter, type Filter } from './address-filter.ts';
import { BookingDays } from './booking-days.tsx';
import { ListState } from './list-state.tsx';
import { MissingNotice } from './missing-notice.tsx';
import { PersonFilter } from './person-filter.tsx';
import { inOrder, views, viewOf, type View } from './sort-bookings.ts';
import { useBookings } from './use-bookings.ts';

/** Most lists are short: finding one's way in a long one is not a part of the first load. */
const FoundBookings = lazy(async () => ({
  default: (await import('./later/found-bookings.tsx')).FoundBookings,
}));

/** From how many on a list can be searched. */
const manyFrom = 10;
/** How many of a long list are there before its search is. */
const atOnce = 12;

/** What there is to say above the list about what these people asked for: it comes after the list. */
type NewsOf = ComponentType<{ people: readonly string[]; now: Date }>;

/** The start page: everything that is booked, from every source, for everybody one may act for. */
export function MyBookingsScreen({ News }: { News: NewsOf }) {
  const session = useSignedIn();
  const words = useWords();
  const search = new URLSearchParams(useSearch());
  const view = views.find((one) => one === search.get('view')) ?? 'upcoming';
  const filter = readFilter(search);
  const chosen = session.people.find(({ ref }) => ref === search.get('person'));
  return (
    <Stack gap="loose">
      <PageTitle>
        {words(session.role === 'registrar' ? 'my-bookings.title.registrar' : 'my-bookings.title')}
      </PageTitle>
      {session.people.length === 0 ? (
        <NoPatient />
      ) : (
        <Lists session={session} view={view} chosen={chosen} filter={filter} News={News} />
      )}
    </Stack>
  );
}

function NoPatient() {
  const words = useWords();
  return (
    <Stack narrow>
      <Lead>{words('my-bookings.noPatient')}</Lead>
      <Row>
        <LinkButton to={paths.desk.to()}>{words('my-bookings.findPatient')}</LinkButton>
      </Row>
    </Stack>
  );
}

function Lists({
  session,
  view,
  chosen,
  filter,
  News,
}: {
  session: SignedIn;
  view: View;
  chosen: Person | undefined;
  filter: Filter;
  News: NewsOf;
}) {
  const words = useWords();
  const now = useNow();
  const refs = (chosen ? [chosen] : session.people).map(({ ref }) => ref);
  const all = useBookings(session.sources, refs);
  const bookings = useMemo(
    () =>
      inOrder(
        all.bookings.filter((booking) => viewOf(booking, now) === view),
        view,
      ),
    [all.bookings, now, view],
  );
  const shown = { bookings, now, people: session.people };
  const canBeFound = bookings.length >= manyFrom || (isNarrowed(filter) && bookings.length > 0);
  const at = (place: View, narrowedBy: Filter) =>
    paths.bookings.to({
      view: place === 'upcoming' ? undefined : place,
      person: chosen?.ref,
      ...narrowedBy,
    });
  return (
    <>
      <Actions session={session} chosen={chosen} />
      <Secondary>
        <PersonFilter session={session} chosen={chosen} view={view} now={now} />
      </Secondary>
      <Stack>
        <Segments
          label={words('my-bookings.views')}
          items={views.map((one) => ({
            key: one,
            to: at(one, filter),
            current: one === view,
            words: words(`my-bookings.view.${one}`),
          }))}
        />
        <Suspense>
          <News people={refs} now={now} />
        </Suspense>
        <MissingNotice missing={all.missing} again={all.askMissingAgain} />
        {canBeFound ? (
          <Suspense fallback={<BookingDays {...shown} bookings={bookings.slice(0, atOnce)} />}>
            <FoundBookings {...shown} view={view} filter={filter} addressWith={(next) => at(view, next)} />
          </Suspense>
        ) : (
          <BookingDays {...shown} />
        )}
        <ListState
          view={view}
          awaited={all.awaited}
          isEmpty={bookings.length === 0 && all.missing.length === 0}
        />
      </Stack>
    </>
  );
}

function Actions({ session, chosen }: { session: SignedIn; chosen: Person | undefined }) {
  const words = useWords();
  const only = session.people.length === 1 ? session.people[0] : undefined;
  const person = (chosen ?? only)?.ref;
  return (
    <Row>
      {session.sources.includes('clinic-visits') && (
        <LinkButton to={paths.reserve.to({ person })}>{words('my-bookings.book')}</LinkButton>
      )}
      {session.sources.includes('requests') && (
        <Secondary>
          <LinkButton look="plain" to={paths.newRequest.to({ person })}>
            {words('my-bookings.request')}
          </LinkButton>
        </Secondary>
      )}
    </Row>
  );
}
