import { classNames } from './class-names.ts';
import styles from './person-mark.module.css';

/** Six shapes, each with a colour of its own: told apart by whoever sees no colours as well. */
const shapes = [
  <circle key="0" cx="16" cy="16" r="15" />,
  <rect key="1" x="2" y="2" width="28" height="28" rx="5" />,
  <path key="2" d="M16 0 32 16 16 32 0 16Z" />,
  <path key="3" d="M16 0 30 8v16l-14 8L2 24V8Z" />,
  <path key="4" d="M16 1C29 1 31 3 31 16v15H16C3 31 1 29 1 16S3 1 16 1Z" />,
  <path key="5" d="M9.4 1h13.2L31 9.4v13.2L22.6 31H9.4L1 22.6V9.4Z" />,
] as const;

/** Somebody as a shape, a colour and a letter, beside the name that says it in words. */
export const PersonMark = ({ kind, name }: { kind: number; name: string }) => (
  <svg viewBox="0 0 32 32" className={classNames(styles['mark'], styles[`kind${kind}`])} aria-hidden="true">
    {shapes[kind]}
    <text x="16" y="16">
      {name.slice(0, 1).toUpperCase()}
    </text>
  </svg>
);
