import { useQuery } from '@tanstack/react-query';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Clinic } from '#contract/slot.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { PhoneLink } from '#src/ui/phone-link.tsx';
import { clinicOffer, inOfferOrder, type ClinicOffer } from './clinic-offer.ts';
import { Loaded } from './loaded.tsx';
import { Option, OptionNote, Options, OptionTags } from './option.tsx';
import { addressWith, type StepProps } from './step-props.ts';

/** In which clinic. One that cannot be chosen stays in the list and says why. */
export function ClinicStep({ made, person, today }: StepProps) {
  const words = useWords();
  return (
    <Loaded query={useQuery(scheduleQueries.clinics(person.ref))}>
      {({ clinics }) => {
        const offers = clinics.map((clinic) => ({ clinic, offer: clinicOffer(clinic, person, today) }));
        return (
          <>
            {!offers.some(({ offer }) => offer.offered) && (
              <Notice tone="warning" title={words('reserve.clinic.empty')} />
            )}
            <Options>
              {inOfferOrder(offers).map(({ clinic, offer }) => (
                <Option
                  key={clinic.id}
                  name={clinic.name}
                  to={offer.offered ? addressWith(made, 'clinic', clinic.id) : null}
                >
                  {clinic.address && <OptionNote>{clinic.address}</OptionNote>}
                  <OptionTags>
                    <Tag>
                      {words(clinic.forChildren ? 'reserve.clinic.children' : 'reserve.clinic.adults')}
                    </Tag>
                  </OptionTags>
                  <WhyOrWhyNot clinic={clinic} offer={offer} />
                </Option>
              ))}
            </Options>
          </>
        );
      }}
    </Loaded>
  );
}

function WhyOrWhyNot({ clinic, offer }: { clinic: Clinic; offer: ClinicOffer }) {
  const words = useWords();
  const times = useTimes();
  if (offer.offered) return offer.note && <span>{words('reserve.clinic.mostlyAdults')}</span>;
  if (offer.reason === 'only-children') return <strong>{words('reserve.clinic.onlyChildren')}</strong>;
  return (
    <>
      <strong>
        {clinic.statusSince
          ? words('reserve.clinic.offlineSince', {
              day: times.date(placeDay(clinic.statusSince)),
              time: times.time(clinic.statusSince),
            })
          : words('reserve.clinic.offline')}
      </strong>
      {clinic.phone && <PhoneLink phone={clinic.phone} />}
    </>
  );
}
