import { useEffect, useRef, type ReactNode } from 'react';
import styles from './page-title.module.css';

let isFirstPage = true;

/**
 * The one `<h1>` of a page. Names the tab, together with the product, whose name the document knows. Takes the focus when
 * a page follows another one without a reload, so that a screen reader says where one has come; the very first page
 * leaves the focus where the browser put it.
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
    const { product = '' } = document.documentElement.dataset;
    document.title = [name, product].filter(Boolean).join(' · ');
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

/** How a page's title looks, inside another page. */
export const TitlePicture = ({ children }: { children: ReactNode }) => (
  <p className={styles['title']}>{children}</p>
);
