import type { Booking } from '#contract/booking.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** The end of a request: one of its times was taken, and the page below now shows the visit. */
export function VisitArranged({ visit }: { visit: Booking }) {
  const words = useWords();
  const times = useTimes();
  return (
    <Notice tone="success" title={words('requests.booked.title')} takesFocus>
      {visit.starts && <p>{times.dayAndTime(visit.starts)}</p>}
      <p>{words('requests.booked.body')}</p>
    </Notice>
  );
}
