import type { Booking } from '#contract/booking.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Right after booking: that it worked, and that there is nothing more to do. */
export function JustBooked({ booking }: { booking: Booking }) {
  const words = useWords();
  const reader = useSignedIn().role;
  const hasNumber = booking.kind === 'clinic-visit' && booking.ticketNumber !== null;
  return (
    <Notice tone="success" title={words('booking.just.title')}>
      <p>{words(hasNumber ? 'booking.just.bodyWithTicket' : 'booking.just.body', { reader })}</p>
    </Notice>
  );
}
