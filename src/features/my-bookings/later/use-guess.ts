import { useEffect, useState, type RefObject } from 'react';

/** How high an item is likely to be, with the space below it, alone and under the name of its day. */
export interface Guess {
  readonly plain: number;
  readonly withDay: number;
}

const atFirst: Guess = { plain: 164, withDay: 216 };

const usual = (items: readonly Element[], otherwise: number) => {
  const heights = items.map((item) => item.getBoundingClientRect().height);
  return heights.length > 0
    ? Math.round(heights.reduce((sum, height) => sum + height, 0) / heights.length)
    : otherwise;
};

/** Learned from the items that are there, for every width anew: with it the end of a long list is where the scroll bar says. */
export function useGuess(list: RefObject<HTMLElement | null>): Guess {
  const [guess, setGuess] = useState(atFirst);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let width = 0;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      const items = [...element.children];
      setGuess({
        plain: usual(
          items.filter((item) => !item.querySelector('h2')),
          atFirst.plain,
        ),
        withDay: usual(
          items.filter((item) => item.querySelector('h2')),
          atFirst.withDay,
        ),
      });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [list]);
  return guess;
}
