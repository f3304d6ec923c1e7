import styles from './header.module.css';

/** A paper ticket with a «Т». */
export const Logo = () => (
  <svg viewBox="0 0 32 24" className={styles['logo']} aria-hidden="true">
    <path
      fill="currentColor"
      d="M4 1h24a2 2 0 0 1 2 2v6a3 3 0 0 0 0 6v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-6a3 3 0 0 0 0-6V3a2 2 0 0 1 2-2Z"
    />
    <path className={styles['letter']} d="M11 7h10M16 7v11" />
  </svg>
);
