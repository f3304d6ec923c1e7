import { useWords } from '#src/i18n/use-words.tsx';
import { switchSimpleView, useSimpleView } from '#src/simple-view.ts';
import styles from './view-controls.module.css';

/** Larger and simpler, for those who want it; one press takes it back. */
export function SimpleSwitch() {
  const words = useWords();
  const simple = useSimpleView();
  return (
    <button
      type="button"
      className={styles['simple']}
      aria-pressed={simple}
      onClick={() => switchSimpleView(!simple)}
    >
      <span aria-hidden="true" className={styles['letters']}>
        Aa
      </span>
      <span className={styles['simpleWords']}>{words('common.simpleView')}</span>
    </button>
  );
}
