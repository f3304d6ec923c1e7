import { useLanguage } from './use-words.tsx';

/** Letters that Belarusian has, and Russian has not. */
const belarusian = /[іў]/i;

/** What a clinic wrote, in Russian on whatever page it stands: read aloud as Russian, not as the language of the page. */
export function FromClinic({ text }: { text: string }) {
  const isRussian = /\p{Script=Cyrillic}/u.test(text) && !belarusian.test(text);
  return useLanguage() !== 'ru' && isRussian ? <span lang="ru">{text}</span> : text;
}
