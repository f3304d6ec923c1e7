import { virtual } from '@guidepup/virtual-screen-reader';
import { vi } from 'vitest';

/** Past the end it begins again. */
const backAtTop = 'document';
/** More stops than any page has. */
const atMost = 200;
const mark = /^(end of .+|paragraph|term|definition)$/;

/** A screen reader that listens to the whole document from now on. Ask what it said, and stop it in the end. */
export async function listen() {
  const styles = ignorePseudoElements();
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
    /** Reads on from where the focus is to the end of the page; what only marks where a part begins or ends is left out. */
    readOn: async () => {
      await virtual.clearSpokenPhraseLog();
      for (let stops = 0; stops < atMost; stops += 1) {
        await virtual.next();
        if ((await virtual.lastSpokenPhrase()) === backAtTop) break;
      }
      return (await virtual.spokenPhraseLog()).filter((phrase) => phrase !== backAtTop && !mark.test(phrase));
    },
    stop: async () => {
      await virtual.stop();
      styles?.mockRestore();
    },
  };
}

/** jsdom knows no styles of `::before`, and says so a hundred times when it is asked for a name. */
function ignorePseudoElements() {
  const view = document.defaultView;
  if (!view) return null;
  const real = view.getComputedStyle.bind(view);
  return vi.spyOn(view, 'getComputedStyle').mockImplementation((element) => real(element));
}
