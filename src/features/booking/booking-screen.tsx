import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AppointmentRequest, Source } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { BookingPage } from './booking-page.tsx';
import { NotShown } from './not-shown.tsx';

/** How often a request is asked again while its times are being looked for. */
const lookingMs = 5_000;

interface BookingScreenProps {
  source: Source;
  id: string;
  /** `ref` of the person that the booking is for. */
  person: string;
  /** It has only now come to be: says so first. */
  justBooked: boolean;
  /** Its cancel was thought better of: says that nothing was sent. */
  justKept?: boolean;
  /** Came back from a calendar file that could not be had. */
  calendarFailed?: boolean;
  /** What a request that has times needs to be answered with. */
  offer?: (request: AppointmentRequest) => ReactNode;
}

/** A booking's own page, at its own address. */
export function BookingScreen({
  source,
  id,
  person,
  justBooked,
  justKept = false,
  calendarFailed = false,
  offer,
}: BookingScreenProps) {
  const words = useWords();
  const queryClient = useQueryClient();
  const inList = queryClient
    .getQueryData(bookingQueries.list(source, person).queryKey)
    ?.bookings.find((booking) => booking.id === id);
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...bookingQueries.one(source, id, person),
    placeholderData: () => inList,
    refetchInterval: ({ state }) => (state.data?.status.kind === 'looking-for-times' ? lookingMs : false),
  });
  if (isPending) return <Progress fillsPage words={words('common.loading')} />;
  if (!data)
    return <NotShown error={error} person={person} isAsking={isFetching} again={() => void refetch()} />;
  return (
    <Stack>
      <BackLink to={paths.bookings.to()}>{words('common.toBookings')}</BackLink>
      <BookingPage
        booking={data}
        justBooked={justBooked}
        justKept={justKept}
        calendarFailed={calendarFailed}
        offer={offer}
      />
    </Stack>
  );
}
