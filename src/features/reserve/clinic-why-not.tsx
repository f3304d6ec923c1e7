import type { ClinicOffer } from '#contract/rules/clinic-offer.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import type { Clinic } from '#contract/slot.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { PhoneLink } from '#src/ui/phone-link.tsx';

/** Why a clinic cannot be chosen, and whom to call where that helps. */
export function ClinicWhyNot({
  clinic,
  reason,
}: {
  clinic: Clinic;
  reason: Extract<ClinicOffer, { offered: false }>['reason'];
}) {
  const words = useWords();
  const times = useTimes();
  if (reason === 'only-children') return <strong>{words('reserve.clinic.onlyChildren')}</strong>;
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
