import type { Booking } from '#contract/booking.ts';
import type { PlaceTime } from '#contract/time.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Tag } from '#src/ui/tag.tsx';
import { Ticket } from '#src/ui/ticket.tsx';
import type { Stand } from './move-flow.ts';
import styles from './move.module.css';

const tones = {
  on: 'success',
  again: 'success',
  off: undefined,
  none: undefined,
  kept: 'info',
  checking: 'warning',
  unclear: 'warning',
} as const;

interface WasAndWillProps {
  booking: Booking;
  /** The wanted time; null where it is not known any more. */
  time: PlaceTime | null;
  /** Which of the two is on; without it they are only proposed. */
  stand?: Stand;
}

/** The old time and the new one, side by side where there is room, each with whether it is on. */
export function WasAndWill({ booking, time, stand }: WasAndWillProps) {
  const words = useWords();
  const { kind } = booking;
  return (
    <div className={styles['pairBox']}>
      <ul role="list" className={styles['pair']}>
        <li className={styles['one']}>
          <div className={styles['label']}>
            <h2>{words(stand ? 'move.was' : 'move.now')}</h2>
            {stand && <Tag tone={tones[stand.old]}>{words(`move.old.${stand.old}`)}</Tag>}
          </div>
          <OneTime booking={booking} time={booking.starts} off={stand?.old === 'off'} />
        </li>
        <li className={styles['arrow']} role="presentation" />
        <li className={styles['one']}>
          <div className={styles['label']}>
            <h2>{words(stand ? 'move.new' : 'move.will')}</h2>
            {stand && (
              <Tag tone={tones[stand.new]}>
                {words(
                  stand.new === 'none' && kind === 'visit' ? 'move.new.notMoved' : `move.new.${stand.new}`,
                )}
              </Tag>
            )}
          </div>
          <OneTime booking={booking} time={time} off={stand?.new === 'none'} isNew />
        </li>
      </ul>
    </div>
  );
}

/** A time with whom and where: neither changes in a move. */
export function OneTime({
  booking,
  time,
  off = false,
  isNew = false,
}: {
  booking: Booking;
  time: PlaceTime | null;
  off?: boolean;
  isNew?: boolean;
}) {
  const words = useWords();
  const times = useTimes();
  const { who, place } = booking;
  const parts = time && times.stub(time);
  const zone = time && times.zone(time);
  return (
    <div className={classNames(off && !isNew && styles['off'])}>
      <Ticket
        off={off}
        stub={
          parts && time ? (
            <>
              <span className={styles['weekday']}>{parts.weekday}</span>
              <span className={styles['day']}>{parts.day}</span>
              <span>{parts.month}</span>
              <span className={styles['clock']}>{times.time(time)}</span>
            </>
          ) : (
            <span>{words('move.noTime')}</span>
          )
        }
      >
        {who && <span className={styles['who']}>{who.name}</span>}
        {who?.role && <span>{who.role}</span>}
        {place && (
          <span className={styles['soft']}>{[place.name, place.address].filter(Boolean).join(', ')}</span>
        )}
        {zone && <span className={styles['soft']}>{zone}</span>}
      </Ticket>
    </div>
  );
}
