import type { Booking, Place } from '#contract/booking.ts';
import type { Clinic } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useNow } from '#src/queries/use-now.ts';
import { Card } from '#src/ui/card.tsx';
import { PhoneLink } from '#src/ui/phone-link.tsx';
import { Soft } from '#src/ui/text.tsx';
import { clinicOffset } from './clinic-offset.ts';
import { isAhead } from './is-ahead.ts';
import { mapAddress } from './map-address.ts';
import { OpeningHours } from './opening-hours.tsx';
import styles from './booking.module.css';

/** Where to go, how to get there, when somebody is there, and whom to call. */
export function PlacePart({
  booking,
  place,
  clinic,
}: {
  booking: Booking;
  place: Place;
  clinic: Clinic | undefined;
}) {
  const words = useWords();
  const isToCome = isAhead(booking, useNow());
  const isAtHome = booking.kind === 'home-call';
  const way = isAtHome ? 'booking.place.title.home' : 'booking.place.title';
  const title = isToCome ? way : 'booking.place';
  return (
    <Card>
      <h2 className={styles['title']}>{words(title)}</h2>
      <address className={styles['address']}>
        <strong>{place.name}</strong>
        {place.address && <span>{place.address}</span>}
        {place.address && !isAtHome && (
          <span className={styles['map']}>
            <a href={mapAddress(place.address)} target="_blank" rel="noopener noreferrer">
              {words('booking.place.map')}
            </a>
            <Soft>{words('booking.place.map.where')}</Soft>
          </span>
        )}
        {place.phone && (
          <span>
            {words('booking.phone')}: <PhoneLink phone={place.phone} />
          </span>
        )}
      </address>
      {clinic?.worktimes && (
        <OpeningHours worktimes={clinic.worktimes} offset={clinicOffset(booking, clinic)} />
      )}
    </Card>
  );
}
