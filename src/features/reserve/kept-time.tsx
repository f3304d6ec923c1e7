import { useQuery } from '@tanstack/react-query';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { holdQueries } from '#src/queries/hold-queries.ts';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** A time that is kept for this person already: nobody should hunt for another one while it waits. */
export function KeptTime({ person }: { person: string }) {
  const words = useWords();
  const times = useTimes();
  const { data } = useQuery(holdQueries.current(person));
  const hold = data?.hold;
  if (hold?.state !== 'held') return null;
  return (
    <Notice
      title={words('reserve.hold.other')}
      actions={
        <LinkButton to={paths.hold.to({ holdId: hold.id, person })}>
          {words('reserve.hold.otherOpen')}
        </LinkButton>
      }
    >
      <p>{[hold.doctor.name, times.dayAndTime(hold.slot.starts), hold.place.name].join(', ')}</p>
    </Notice>
  );
}
