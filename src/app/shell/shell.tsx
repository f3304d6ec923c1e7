import type { FocusEvent, PointerEvent, ReactNode } from 'react';
import { useWords } from '#src/i18n/use-words.tsx';
import { preloadRoute } from '../routes.ts';
import { Header } from './header.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import styles from './shell.module.css';

/** Whoever points at a link is about to press it: its screen can begin to travel. */
function preloadTarget({ target }: PointerEvent | FocusEvent) {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link && link.origin === location.origin) void preloadRoute(link.pathname);
}

/** What is around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <div className={styles['shell']} onPointerOver={preloadTarget} onFocus={preloadTarget}>
      <a href="#content" className={styles['skip']}>
        {words('common.skip')}
      </a>
      <Header />
      <OfflineBanner />
      <main id="content" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <footer className={styles['footer']}>
        <p>{words('common.footer')}</p>
      </footer>
    </div>
  );
}
