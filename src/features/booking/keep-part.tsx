import type { Booking } from '#contract/booking.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { useSignedIn } from '#src/queries/session-queries.ts';
import { useNow } from '#src/queries/use-now.ts';
import { Button } from '#src/ui/button.tsx';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Row } from '#src/ui/stack.tsx';
import { calendarAddress, calendarOffer } from './calendar-address.ts';
import { Printing, usePrinting } from './printing.tsx';

/** Ways to have a booking at hand without the portal: in a calendar, on paper. Slips are for the desk, which has the printer. */
export function KeepPart({ booking }: { booking: Booking }) {
  const words = useWords();
  const language = useLanguage();
  const { role } = useSignedIn();
  const printing = usePrinting();
  // Paper of what is off would only mislead.
  const isOn = booking.status.kind !== 'cancelled';
  const offer = calendarOffer(booking, useNow());
  return (
    <>
      <Secondary>
        <Row>
          {offer && (
            <OutsideLinkButton look="plain" href={calendarAddress(booking, language)}>
              {words(`booking.calendar.${offer}`)}
            </OutsideLinkButton>
          )}
          {isOn && (
            <Button look="plain" onClick={() => printing.print('page')}>
              {words('booking.print')}
            </Button>
          )}
          {isOn && role === 'registrar' && (
            <Button look="plain" onClick={() => printing.print('slip')}>
              {words('booking.print.slip')}
            </Button>
          )}
        </Row>
      </Secondary>
      <Printing booking={booking} paper={printing.paper} />
    </>
  );
}
