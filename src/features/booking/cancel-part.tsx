import type { Booking } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Row } from '#src/ui/stack.tsx';
import styles from './booking.module.css';

/** The ways to move and to cancel, or why there is none. */
export function CancelPart({ booking }: { booking: Booking }) {
  const words = useWords();
  const { cancel, move } = booking.can;
  if (cancel.allowed) {
    return (
      <Row>
        {move.allowed && (
          <LinkButton look="plain" to={paths.move.to(booking)}>
            {words('move.link')}
          </LinkButton>
        )}
        <LinkButton look="plain" to={paths.cancel.to(booking)}>
          {words(`booking.cancel.${booking.kind}`)}
        </LinkButton>
      </Row>
    );
  }
  // A cancelled booking says so itself: repeating it as a reason would only be noise.
  if (cancel.reason === 'already-cancelled') return null;
  return (
    <p className={styles['cannot']}>
      {words(`booking.cannot.${booking.kind}`)} {words(`cancel.not.${cancel.reason}`)}
    </p>
  );
}
