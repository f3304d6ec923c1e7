import { useEffect, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import type { Booking } from '#contract/booking.ts';
import type { Paper, SheetProps } from './paper.ts';

/** The paper that is being printed on now, or null; and how to begin. The browser's own way to print means a page. */
export function usePrinting(): { readonly paper: Paper | null; readonly print: (paper: Paper) => void } {
  const [wanted, setWanted] = useState<Paper>('page');
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    // What is printed is what stands there when these listeners are done.
    addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), over);
    addEventListener(
      'afterprint',
      () => {
        setPrinting(false);
        setWanted('page');
      },
      over,
    );
    return () => over.abort();
  }, []);
  const print = (paper: Paper) => {
    flushSync(() => setWanted(paper));
    window.print();
  };
  return { paper: isPrinting ? wanted : null, print };
}

/** The sheet of paper, there only while it is printed. Its code comes once the page itself is there. */
export function Printing({ booking, paper }: { booking: Booking; paper: Paper | null }) {
  const [Sheet, setSheet] = useState<ComponentType<SheetProps> | null>(null);
  useEffect(() => {
    void import('./sheet.tsx').then(
      (loaded) => setSheet(() => loaded.Sheet),
      // Without it the page is printed as it stands on the screen: all of it is there but the code.
      () => undefined,
    );
  }, []);
  return Sheet && paper ? <Sheet booking={booking} paper={paper} /> : null;
}
