import { placeDay } from '#contract/rules/place-day.ts';
import { kindWords, statusWords } from '#src/i18n/booking-words.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Facts } from '#src/ui/facts.tsx';
import { ownAddress } from './own-address.ts';
import type { SheetProps } from './paper.ts';
import { QrCode } from './qr-code.tsx';
import { Stub } from './stub.tsx';
import { useBookingFacts } from './use-booking-facts.tsx';
import { useThings } from './use-things.ts';
import styles from './sheet.module.css';

/** A booking on paper, a page or a slip: what is needed on the way there, and the way back to the portal. */
export function Sheet({ booking, paper }: SheetProps) {
  const words = useWords();
  const facts = useBookingFacts(booking);
  const person = useSignedIn().people.find(({ ref }) => ref === booking.person);
  // The number is on this very paper.
  const things = useThings(booking).filter((thing) => thing !== 'number');
  const { place } = booking;
  const number = booking.kind === 'clinic-visit' ? booking.ticketNumber : null;
  return (
    <div className={classNames(styles['sheet'], paper === 'slip' && styles['slip'])}>
      <div className={styles['content']}>
        <header className={styles['head']}>
          <p className={styles['product']}>{words('common.product')}</p>
          <h1>{kindWords(words, booking.kind)}</h1>
          <p className={styles['status']}>{statusWords(words, booking)}</p>
        </header>
        <div className={classNames(styles['ticket'], booking.status.kind === 'cancelled' && styles['off'])}>
          {number !== null && (
            <p className={styles['number']}>
              {words('booking.ticketNumber')} <strong>{number}</strong>
            </p>
          )}
          <div className={styles['when']}>
            <Stub booking={booking} />
          </div>
        </div>
        <div className={styles['facts']}>
          <Facts
            facts={[
              ...facts,
              { term: words('booking.place'), value: place?.name },
              { term: words('booking.address'), value: place?.address },
              { term: words('booking.phone'), value: place?.phone },
            ]}
          />
        </div>
        {things.length > 0 && (
          <section className={styles['bring']}>
            <h2>
              {words(booking.kind === 'home-call' ? 'booking.bring.title.home' : 'booking.bring.title')}
            </h2>
            <ul>
              {things.map((thing) => (
                <li key={thing}>{words(`booking.bring.${thing}`)}</li>
              ))}
            </ul>
          </section>
        )}
        {person && (
          <figure className={styles['code']}>
            <QrCode
              text={ownAddress(booking, person.relation, location.origin)}
              label={words('booking.printed.qr')}
              className={styles['qr']}
            />
            <figcaption>{words('booking.printed.scan')}</figcaption>
          </figure>
        )}
        <PrintedAt offset={booking.starts?.offset} />
      </div>
    </div>
  );
}

/** Paper does not change when the booking does: says when it was true, by the clock that the rest of it is in. */
function PrintedAt({ offset = '+00:00' }: { offset: string | undefined }) {
  const words = useWords();
  const times = useTimes();
  const now = { at: useNow().toISOString(), offset };
  return (
    <p className={styles['printedAt']}>
      {words('booking.printed.at', { day: times.date(placeDay(now)), time: times.time(now) })}
    </p>
  );
}
