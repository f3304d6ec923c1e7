import { useQuery } from '@tanstack/react-query';
import { clinicOffer, inOfferOrder } from '#contract/rules/clinic-offer.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { scheduleQueries } from '#src/queries/schedule-queries.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { ClinicWhyNot } from './clinic-why-not.tsx';
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
                  {offer.offered ? (
                    offer.note && <span>{words('reserve.clinic.mostlyAdults')}</span>
                  ) : (
                    <ClinicWhyNot clinic={clinic} reason={offer.reason} />
                  )}
                </Option>
              ))}
            </Options>
          </>
        );
      }}
    </Loaded>
  );
}
