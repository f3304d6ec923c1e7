import { useQuery } from '@tanstack/react-query';
import type { Booking } from '#contract/booking.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { readerOf } from './reader-of.ts';
import { lostWith, specialityOf, wayBack, type Lost } from './take-back.ts';

/** For whoever is sorry already: the same time, asked for in the ordinary way while nobody else has it. */
export function TakeBack({ booking, person }: { booking: Booking; person: Person | undefined }) {
  const lost = lostWith(booking, useNow());
  return lost && <Way lost={lost} reader={readerOf(person)} />;
}

function Way({ lost, reader }: { lost: Lost; reader: ReturnType<typeof readerOf> }) {
  const words = useWords();
  const { data, isPending } = useQuery(scheduleQueries.specialities(lost.chosen.person, lost.chosen.clinic));
  if (isPending) return null;
  return (
    <Stack gap="tight">
      <p>{words('cancel.takeBack.body', { reader })}</p>
      <Row>
        <LinkButton to={wayBack(lost, specialityOf(data?.specialities ?? [], lost.role))} look="plain">
          {words('cancel.takeBack')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
