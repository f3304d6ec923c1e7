import { kindWords, visitTypeWords } from '#src/i18n/booking-words.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import type { KeptVisit } from '#src/queries/device-copy/copy-store.ts';
import { PhoneLink } from '#src/ui/phone-link.tsx';
import { Ticket } from '#src/ui/ticket.tsx';
import styles from './offline.module.css';

/** A kept visit: when, where, to whom and with which number. It opens nothing. */
export function KeptTicket({ visit }: { visit: KeptVisit }) {
  const words = useWords();
  const times = useTimes();
  const { kind, visitType, starts, who, place } = visit;
  const what = visitType === null ? kindWords(words, kind) : visitTypeWords(words, visitType);
  const more = who?.role ?? who?.name;
  const zone = times.zone(starts);
  const facts = [
    { term: words('booking.ticketNumber'), value: visit.ticketNumber },
    { term: words('booking.room'), value: visit.room },
    { term: words('booking.floor'), value: visit.floor },
    { term: words('booking.phone'), value: place?.phone ? <PhoneLink phone={place.phone} /> : null },
  ];
  return (
    <Ticket
      stub={
        <>
          <span className={styles['time']}>{times.time(starts)}</span>
          {zone && <span className={styles['soft']}>{zone}</span>}
        </>
      }
    >
      <h3 className={styles['name']}>{more ? words('common.what', { kind: what, who: more }) : what}</h3>
      {visit.person && <p>{words('my-bookings.for', { name: visit.person })}</p>}
      {who?.role && <p>{who.name}</p>}
      {place && (
        <address className={styles['place']}>
          <span>{place.name}</span>
          {place.address && <span>{place.address}</span>}
        </address>
      )}
      <dl className={styles['facts']}>
        {facts
          .filter(({ value }) => value !== null)
          .map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Ticket>
  );
}
