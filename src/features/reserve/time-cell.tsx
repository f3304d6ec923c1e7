import { Link } from 'wouter';
import type { Person } from '#contract/person.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { classNames } from '#src/ui/class-names.ts';
import type { Choices } from './choices.ts';
import type { MarkedSlot } from './marked-slots.ts';
import { addressWith } from './step-props.ts';
import styles from './times.module.css';

/** One time, and what it is to the person: a link where it leads somewhere, words where it does not. */
export function TimeCell({
  marked: { slot, mark },
  made,
  person,
}: {
  marked: MarkedSlot;
  made: Choices;
  person: Person;
}) {
  const words = useWords();
  const times = useTimes();
  const { relation } = person;
  const cell = (note: string | null) => (
    <>
      <span className={styles['clock']}>{times.time(slot.starts)}</span>
      {note && <span className={styles['note']}> {note}</span>}
    </>
  );
  switch (mark.kind) {
    case 'free':
      return (
        <Link href={addressWith(made, 'slot', slot.id)} className={styles['time'] ?? ''}>
          {cell(
            mark.clash
              ? words('reserve.cell.clash', { relation })
              : slot.capacity > 1
                ? words('reserve.cell.left', { left: mark.left, capacity: slot.capacity })
                : null,
          )}
        </Link>
      );
    case 'held':
      return (
        <Link
          href={paths.hold.to({ ...made, holdId: mark.holdId, person: person.ref })}
          className={classNames(styles['time'], styles['own'])}
        >
          {cell(words('reserve.cell.held', { relation }))}
        </Link>
      );
    case 'mine':
      return (
        <Link
          href={paths.booking.to({ ...mark.booking, person: person.ref })}
          className={classNames(styles['time'], styles['own'])}
        >
          {cell(words('reserve.cell.mine', { relation }))}
        </Link>
      );
    case 'refused':
      return (
        <span className={classNames(styles['time'], styles['refused'])}>
          {cell(slot.note ?? words(`reserve.cell.${mark.reason}`))}
        </span>
      );
  }
}
