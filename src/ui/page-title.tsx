import { useEffect, useRef, type ReactNode } from 'react';
import styles from './page-title.module.css';

/** The product's name at the end of every tab's title; the same in the address bar's history. */
const product = { ru: 'Талон', en: 'Talon' } as const;

let isFirstPage = true;

/**
 * The one `<h1>` of a page. Names the tab, and takes the focus when a page follows another one without a reload, so
 * that a screen reader says where one has come; the very first page leaves the focus where the browser put it.
 */
export function PageTitle({
  children,
  tab,
}: {
  children: ReactNode;
  /** What the tab says, where not the same. */ tab?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = tab ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    const own = document.documentElement.lang === 'ru' ? product.ru : product.en;
    document.title = name ? `${name} · ${own}` : own;
  }, [name]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </h1>
  );
}
