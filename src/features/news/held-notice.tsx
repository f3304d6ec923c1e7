import type { Hold } from '#contract/slot.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { ForWhom } from './for-whom.tsx';

/** A time that is kept and not booked yet: offered wherever one looks for bookings, since it looks like one. */
export function HeldNotice({ hold: { id, person, doctor, slot, place, keptUntil } }: { hold: Hold }) {
  const words = useWords();
  const times = useTimes();
  return (
    <Notice
      silent
      title={words('news.held.title', {
        time: times.time({ at: keptUntil, offset: slot.starts.offset }),
      })}
      actions={<LinkButton to={paths.hold.to({ holdId: id, person })}>{words('news.held.open')}</LinkButton>}
    >
      <ForWhom person={person} />
      <p>{[doctor.name, times.dayAndTime(slot.starts), place.name].filter(Boolean).join(', ')}</p>
      <p>{words('news.held.notYet')}</p>
    </Notice>
  );
}
