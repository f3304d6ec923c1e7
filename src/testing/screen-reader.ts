import { virtual } from '@guidepup/virtual-screen-reader';
import { vi } from 'vitest';

/** A screen reader that listens to the whole document from now on. Ask what it said, and stop it in the end. */
export async function listen() {
  ignorePseudoElements();
  await virtual.start({ container: document.body });
  await virtual.clearSpokenPhraseLog();
  return {
    /** What was said because something changed, politely or not; each once, in order. */
    announced: async () =>
      (await virtual.spokenPhraseLog())
        .filter((phrase) => /^(polite|assertive): ./.test(phrase))
        .map((phrase) => phrase.replace(/^\w+: /, '')),
    /** Everything that was said, the place that the focus came to included. */
    said: () => virtual.spokenPhraseLog(),
    stop: () => virtual.stop(),
  };
}

/** jsdom knows no styles of `::before`, and says so a hundred times when it is asked for a name. */
function ignorePseudoElements() {
  const view = document.defaultView;
  if (!view) return;
  const real = view.getComputedStyle.bind(view);
  vi.spyOn(view, 'getComputedStyle').mockImplementation((element) => real(element));
}
