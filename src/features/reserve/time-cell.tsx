import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { TimeTile } from '#src/ui/time-tile.tsx';
import type { Choices } from './choices.ts';
import type { MarkedSlot } from './marked-slots.ts';
import { addressWith } from './step-props.ts';

/** One time, and what it is to the person: a link where it leads somewhere, words where it does not. */
export function TimeCell({
  marked: { slot, mark },
  made,
  person: { ref, relation },
}: {
  marked: MarkedSlot;
  made: Choices;
  person: Person;
}) {
  const words = useWords();
  const clock = useTimes().time(slot.starts);
  switch (mark.kind) {
    case 'free': {
      const left = words('reserve.cell.left', { left: mark.left, capacity: slot.capacity });
      const note = mark.clash ? words('reserve.cell.clash', { relation }) : slot.capacity > 1 && left;
      return <TimeTile clock={clock} note={note || null} to={addressWith(made, 'slot', slot.id)} />;
    }
    case 'held':
      return (
        <TimeTile
          isOwn
          clock={clock}
          note={words('reserve.cell.held', { relation })}
          to={paths.hold.to({ ...made, holdId: mark.holdId, person: ref })}
        />
      );
    case 'mine':
      return (
        <TimeTile
          isOwn
          clock={clock}
          note={words('reserve.cell.mine', { relation })}
          to={paths.booking.to({ ...mark.booking, person: ref })}
        />
      );
    case 'refused':
      return <TimeTile clock={clock} note={slot.note ?? words(`reserve.cell.${mark.reason}`)} />;
  }
}
