import { useQuery } from '@tanstack/react-query';
import type { Earliest, EarliestOffer } from '#contract/earliest.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Row } from '#src/ui/stack.tsx';
import { Lead, Soft } from '#src/ui/text.tsx';
import { searchOf } from './choices.ts';
import { FindForm } from './find-form.tsx';
import { FoundDoctor } from './found-doctor.tsx';
import { Loaded } from './loaded.tsx';
import type { StepProps } from './step-props.ts';

/** What was found of what was looked for, the earliest time first; clinics that were silent are named. */
export function FoundDoctors(props: StepProps) {
  const words = useWords();
  const times = useTimes();
  const { made, person } = props;
  const { want, name, at } = made;
  const clinics = useQuery(scheduleQueries.clinics(person.ref)).data?.clinics ?? [];
  const query = useQuery(
    scheduleQueries.earliest({ person: person.ref, speciality: want, name, clinic: at }),
  );
  const asked = [want, name, at && clinics.find(({ id }) => id === at)?.name].filter(Boolean).join(', ');
  const zone = (offers: Earliest['offers']) => {
    const first = offers[0]?.slots[0];
    return first ? times.zone(first.starts) : null;
  };
  return (
    <>
      {asked && <Lead>{asked}</Lead>}
      <Details key={searchOf(made)} summary={words('reserve.find.change')}>
        <FindForm {...props} />
      </Details>
      <Loaded query={query} wait={words('reserve.found.searching')}>
        {({ offers, missing, days }) => (
          <>
            <Missing names={missing} again={() => void query.refetch()} busy={query.isFetching} />
            {offers.length === 0 && missing.length === 0 && (
              <Notice
                title={words('reserve.found.none')}
                actions={
                  <LinkButton to={paths.reserve.to({ person: person.ref })} look="plain">
                    {words('reserve.found.startOver')}
                  </LinkButton>
                }
              />
            )}
            {offers.length > 0 && <Soft>{zone(offers) ?? words('reserve.time.clock')}</Soft>}
            {offers.map((offer) => (
              <FoundDoctor
                key={keyOf(offer)}
                offer={offer}
                person={person.ref}
                days={days}
                isFirst={firstOf(offer) !== null && firstOf(offer) === firstOf(offers[0])}
              />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

/** The moment of the first free time: several doctors may have the earliest one. */
const firstOf = (offer: EarliestOffer | undefined) => {
  const first = offer?.slots[0];
  return first ? Date.parse(first.starts.at) : null;
};

/** One doctor may work in several clinics, and have several specialities. */
const keyOf = ({ clinic, speciality, doctor }: EarliestOffer) => [clinic.id, speciality.id, doctor.id].join();

function Missing({ names, again, busy }: { names: readonly string[]; again: () => void; busy: boolean }) {
  const words = useWords();
  if (names.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={words('reserve.found.missing', { names: names.join(', ') })}
      actions={
        <Row>
          <Button look="plain" disabled={busy} onClick={again}>
            {words('reserve.retry')}
          </Button>
        </Row>
      }
    />
  );
}
