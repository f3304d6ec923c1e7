import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { NoticeTone } from './notice.tsx';
import styles from './tag.module.css';

/** A state in a word or two. The words say it; the colour only repeats it. */
export function Tag({ tone, children }: { tone?: NoticeTone | undefined; children: ReactNode }) {
  return <span className={classNames(styles['tag'], tone && styles[tone])}>{children}</span>;
}
