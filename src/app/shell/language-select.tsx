import { about, languages } from '#src/i18n/language.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { switchLanguage } from '#src/i18n/words-store.ts';
import styles from './view-controls.module.css';

/** Each language in its own words: somebody who reads no other must find it. What is on the screen stays. */
export function LanguageSelect() {
  const words = useWords();
  const current = useLanguage();
  return (
    <select
      aria-label={words('common.language')}
      className={styles['language']}
      value={current}
      onChange={({ target }) => void switchLanguage(target.value)}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {about(language).name}
        </option>
      ))}
    </select>
  );
}
