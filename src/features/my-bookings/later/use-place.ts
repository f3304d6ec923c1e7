import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** How far below the top of the page an element begins. What stands above it may grow or go at any time. */
export function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + scrollY));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [element]);
  return top;
}

/** Which item of a list has the focus, by its `data-index`: it stays in the document wherever one scrolls. */
export function useFocused(list: RefObject<HTMLElement | null>): number | null {
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => {
    const element = list.current;
    const follow = ({ target }: FocusEvent) => {
      const index = target instanceof Element && target.closest('[data-index]')?.getAttribute('data-index');
      setFocused(index ? Number(index) : null);
    };
    // From one item to the next nothing is let go: the next must still be there to take the focus.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Element && element?.contains(relatedTarget))) setFocused(null);
    };
    element?.addEventListener('focusin', follow);
    element?.addEventListener('focusout', forget);
    return () => {
      element?.removeEventListener('focusin', follow);
      element?.removeEventListener('focusout', forget);
    };
  }, [list]);
  return focused;
}
