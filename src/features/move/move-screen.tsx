import { useQuery } from '@tanstack/react-query';
import type { Source } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { bookingQueries } from '#src/queries/booking-queries.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { ChooseTime } from './choose-time.tsx';
import { ClinicMoveBegun } from './clinic-move-begun.tsx';
import { MoveImpossible } from './move-impossible.tsx';
import { ToList } from './to-list.tsx';
import { VisitMoveBegun } from './visit-move-begun.tsx';

interface MoveScreenProps {
  source: Source;
  id: string;
  /** `ref` of the person that the booking is for. */
  person: string;
  people: readonly Person[];
  isRegistrar: boolean;
  /** The wanted time, once one is chosen. */
  to: string | null;
  /** The day of the wanted time, or from which on times are shown. */
  day: CalendarDay | null;
  today: CalendarDay;
}

/** Moving one booking to another time, from the choice to the truth. */
export function MoveScreen({ source, id, person, people, isRegistrar, to, day, today }: MoveScreenProps) {
  const words = useWords();
  const { data, error, isPending, isFetching, refetch } = useQuery(bookingQueries.one(source, id, person));

  if (data) {
    const about = { booking: data, to: to ?? '', day: day ?? today, isRegistrar };
    const who = people.find(({ ref }) => ref === person);
    if (to !== null && data.kind === 'clinic-visit')
      return <ClinicMoveBegun key={to} {...about} booking={data} />;
    if (to !== null && data.kind === 'visit') return <VisitMoveBegun key={to} {...about} booking={data} />;
    if (!data.can.move.allowed) return <MoveImpossible booking={data} reason={data.can.move.reason} />;
    return (
      <Stack>
        <BackLink to={paths.booking.to(data)}>{words(`move.toBooking.${ofKind(data.kind)}`)}</BackLink>
        <ChooseTime booking={data} person={who} isRegistrar={isRegistrar} day={day ?? today} today={today} />
      </Stack>
    );
  }
  if (isPending) return <Progress fillsPage words={words('move.loading')} />;

  const problem = problemOf(error);
  const gone = problem.failure === 'portal.not-found';
  const text = reportText(words, problem, isRegistrar);
  return (
    <Stack narrow>
      <PageTitle>{gone ? text.title : words('move.readFailed.title')}</PageTitle>
      {!(gone && isRegistrar) && <Lead>{gone ? text.body : words('move.readFailed.body')}</Lead>}
      <Row>
        {!gone && (
          <Button disabled={isFetching} onClick={() => void refetch()}>
            {words('move.retry')}
          </Button>
        )}
        <ToList person={person} isRegistrar={isRegistrar} />
      </Row>
    </Stack>
  );
}

const ofKind = (kind: string) => (kind === 'visit' ? 'visit' : 'clinic-visit');
