import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './time-tile.module.css';

/** One time in a grid: a link where it leads somewhere, words where it does not. */
export function TimeTile({
  clock,
  note = null,
  to,
  isOwn = false,
}: {
  clock: string;
  /** What else is to know of it, in a word or two. */
  note?: string | null;
  /** Left out where the time cannot be chosen. */
  to?: string;
  /** It is the person's already. */
  isOwn?: boolean;
}) {
  const words = (
    <>
      <span className={styles['clock']}>{clock}</span>
      {note && <span className={styles['note']}> {note}</span>}
    </>
  );
  return to === undefined ? (
    <span className={classNames(styles['tile'], styles['refused'])}>{words}</span>
  ) : (
    <Link href={to} className={classNames(styles['tile'], isOwn && styles['own'])}>
      {words}
    </Link>
  );
}
