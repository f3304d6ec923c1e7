import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { readFailureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { problemOf } from '#src/queries/portal-client.ts';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Loaded } from '#src/ui/loaded.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { AskToWait } from './ask-to-wait.tsx';
import type { WantedIds } from './wanted.ts';

interface WaitingProps {
  readonly person: Person;
  readonly isRegistrar: boolean;
  readonly today: CalendarDay;
}

/** The waiting list of one clinic for one kind of doctor, where no time is free. */
export function WaitingScreen({
  search,
  people,
  ...more
}: Omit<WaitingProps, 'person'> & { search: string; people: readonly Person[] }) {
  const asked = new URLSearchParams(search);
  const person = people.find(({ ref }) => ref === asked.get('person'));
  const clinic = asked.get('clinic');
  const speciality = asked.get('speciality');
  if (!person || !clinic || !speciality) return <Nowhere person={person?.ref} />;
  const ids = { clinic, speciality, doctor: asked.get('doctor') ?? undefined };
  return <WaitingFor key={search} ids={ids} person={person} {...more} />;
}

function WaitingFor({ ids, person, ...more }: WaitingProps & { ids: WantedIds }) {
  const { ref } = person;
  const clinics = useQuery(scheduleQueries.clinics(ref));
  const specialities = useQuery(scheduleQueries.specialities(ref, ids.clinic));
  const doctors = useQuery(scheduleQueries.doctors(ref, ids.clinic, ids.speciality));
  return (
    <Read query={clinics}>
      {(inRegion) => (
        <Read query={specialities}>
          {(inClinic) => (
            <Read query={doctors}>
              {(ofSpeciality) => {
                const clinic = inRegion.clinics.find(({ id }) => id === ids.clinic);
                const speciality = inClinic.specialities.find(({ id }) => id === ids.speciality);
                const doctor = ofSpeciality.doctors.find(({ id }) => id === ids.doctor) ?? null;
                if (!clinic || !speciality) return <Nowhere person={ref} />;
                return <AskToWait wanted={{ clinic, speciality, doctor }} person={person} {...more} />;
              }}
            </Read>
          )}
        </Read>
      )}
    </Read>
  );
}

/** What a query brought, or why it did not come. */
function Read<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const words = useWords();
  if (query.data !== undefined) return children(query.data);
  return (
    <Stack narrow>
      <PageTitle>{words('waiting.title')}</PageTitle>
      <Loaded
        query={query}
        wait={words('waiting.loading')}
        failed={(error) =>
          readFailureText(words, problemOf(error), {
            body: words('waiting.readFailed.body'),
            retry: words('waiting.retry'),
          })
        }
      >
        {children}
      </Loaded>
    </Stack>
  );
}

/** The address does not say what is waited for. */
function Nowhere({ person }: { person: string | undefined }) {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('waiting.nowhere.title')}</PageTitle>
      <Lead>{words('waiting.nowhere.body')}</Lead>
      <Row>
        <LinkButton to={paths.reserve.to({ person })}>{words('waiting.nowhere.action')}</LinkButton>
      </Row>
    </Stack>
  );
}
