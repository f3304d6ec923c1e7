import { placeDay } from '#contract/rules/place-day.ts';
import type { Clinic } from '#contract/slot.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PhoneLink } from '#src/ui/phone-link.tsx';

/** A clinic that is offline answers neither reads nor writes (A15): since when, and what works all the same. */
export function ClinicOffline({ statusSince, phone }: Pick<Clinic, 'statusSince' | 'phone'>) {
  const words = useWords();
  const times = useTimes();
  const title = statusSince
    ? words('booking.offline.since', {
        day: times.date(placeDay(statusSince)),
        time: times.time(statusSince),
      })
    : words('booking.offline.title');
  return (
    <Notice tone="warning" title={title}>
      <p>{words('booking.offline.body')}</p>
      {phone && <PhoneLink phone={phone} />}
    </Notice>
  );
}
