import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { useSearch } from 'wouter';
import type { Person } from '#contract/person.ts';
import { inOrder, views, viewOf, type View } from '#contract/rules/booking-order.ts';
import type { SignedIn } from '#contract/session.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { needAllWords } from '#src/i18n/words-store.ts';
import { personAsked } from '#src/queries/person-asked.ts';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Segments } from '#src/ui/segments.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { isNarrowed, readFilter, type Filter } from './address-filter.ts';
import { Beginning } from './beginning.tsx';
import { BookingDays } from './booking-days.tsx';
import { ListState } from './list-state.tsx';
import { PersonFilter } from './person-filter.tsx';
import { useBookings } from './use-bookings.ts';
import { useTogether } from './use-together.ts';

/** Most lists are short: finding one's way in a long one is not a part of the first load. */
const FoundBookings = lazy(async () => ({
  default: (await import('./later/found-bookings.tsx')).FoundBookings,
}));

/** Mostly everything is there. */
const MissingNotice = lazy(async () => {
  const [{ MissingNotice: Component }] = await Promise.all([
    import('./later/missing-notice.tsx'),
    needAllWords(),
  ]);
  return { default: Component };
});

/** From how many on a list can be searched. */
const manyFrom = 10;

/** What there is to say above the list about what these people asked for: it comes after the list. */
type NewsOf = ComponentType<{ people: readonly string[]; now: Date }>;

/** The start page: everything that is booked, from every source, for everybody one may act for. */
export function MyBookingsScreen({ News }: { News: NewsOf }) {
  const session = useSignedIn();
  const words = useWords();
  const search = new URLSearchParams(useSearch());
  const view = views.find((one) => one === search.get('view')) ?? 'upcoming';
  const filter = readFilter(search);
  const chosen = personAsked(session.people, search);
  return (
    <Stack gap="loose">
      <PageTitle>
        {words(session.role === 'registrar' ? 'my-bookings.title.registrar' : 'my-bookings.title')}
      </PageTitle>
      <Lists session={session} view={view} chosen={chosen} filter={filter} News={News} />
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
  const arrived = useBookings(session.sources, refs);
  const all = useTogether(arrived);
  // Every drawing has a date of its own: the moment in it says whether anything may have moved.
  const moment = now.getTime();
  const bookings = useMemo(() => {
    const then = new Date(moment);
    return inOrder(
      all.bookings.filter((booking) => viewOf(booking, then) === view),
      view,
    );
  }, [all.bookings, moment, view]);
  const shown = { bookings, now, people: session.people };
  const canBeFound = bookings.length >= manyFrom || (isNarrowed(filter) && bookings.length > 0);
  const notShown = all.missing.length + all.unreadable.length + all.withoutCard.length;
  const beginning = <Beginning {...shown} isNarrowed={isNarrowed(filter)} />;
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
        {notShown > 0 && (
          <Suspense>
            <MissingNotice of={all} people={session.people} />
          </Suspense>
        )}
        {canBeFound ? (
          // Until all of it is there, nobody looks for the one thing in it.
          all.isBegun ? (
            beginning
          ) : (
            <Suspense fallback={beginning}>
              <FoundBookings {...shown} view={view} filter={filter} addressWith={(next) => at(view, next)} />
            </Suspense>
          )
        ) : (
          <BookingDays {...shown} />
        )}
        <ListState
          view={view}
          awaited={all.awaited}
          shown={bookings.length}
          isEmpty={bookings.length + notShown === 0}
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
        <LinkButton to={paths.reserve.to({ person })}>
          {words(session.role === 'registrar' ? 'my-bookings.book.registrar' : 'my-bookings.book')}
        </LinkButton>
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
