import { useQuery } from '@tanstack/react-query';
import type { Source } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { operationQueries } from '#src/queries/operation-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { paths } from '#src/paths.ts';
import { CancelPages } from './cancel-pages.tsx';

interface CancelScreenProps {
  source: Source;
  id: string;
  /** `ref` of the person that the booking is for. */
  person: string;
  people: readonly Person[];
  isRegistrar: boolean;
  /** The address says that a visit is to be cancelled as a step of a check-up. */
  asCheckUp: boolean;
}

const isCancelOf =
  ({ source, id }: { source: Source; id: string }) =>
  ({ kind, booking }: Operation) =>
    kind === 'cancel' && booking?.source === source && booking.id === id;

/** Cancelling one booking of any kind, from the question to the truth. */
export function CancelScreen({ source, id, person, ...rest }: CancelScreenProps) {
  const words = useWords();
  const {
    data: booking,
    error,
    isPending,
    isFetching,
    refetch,
  } = useQuery(bookingQueries.one(source, id, person));

  // Under way from before a reload, or in another tab: taken up where it stands. Where that cannot be read the portal joins them.
  const { data: operations, isPending: isLookingBack } = useQuery(operationQueries.toTell(person));

  if (booking && !isLookingBack)
    return <CancelPages booking={booking} found={operations?.find(isCancelOf({ source, id }))} {...rest} />;
  if (isPending || isLookingBack) return <Progress fillsPage words={words('cancel.loading')} />;

  const problem = problemOf(error);
  const gone = problem.failure === 'portal.not-found';
  const text = reportText(words, problem, rest.isRegistrar);
  return (
    <Stack narrow>
      <PageTitle>{gone ? text.title : words('cancel.readFailed.title')}</PageTitle>
      {!(gone && rest.isRegistrar) && <Lead>{gone ? text.body : words('cancel.readFailed.body')}</Lead>}
      <Row>
        {!gone && (
          <Button disabled={isFetching} onClick={() => void refetch()}>
            {words('cancel.retry')}
          </Button>
        )}
        <LinkButton to={paths.bookings.to({ person })} look="plain">
          {words(rest.isRegistrar ? 'cancel.toList.registrar' : 'cancel.toList')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
