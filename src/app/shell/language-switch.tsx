import { languages, type Language } from '#src/i18n/language.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { switchLanguage } from '#src/i18n/words-store.ts';
import styles from './language-switch.module.css';

/** Each language in its own words: somebody who reads no other must find it. */
const names: Record<Language, { short: string; full: string }> = {
  ru: { short: 'RU', full: 'Русский' },
  en: { short: 'EN', full: 'English' },
};

/** Switches all words at once; what is on the screen stays. */
export function LanguageSwitch() {
  const words = useWords();
  const current = useLanguage();
  return (
    <div role="group" aria-label={words('common.language')} className={styles['switch']}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          aria-label={`${names[language].short}, ${names[language].full}`}
          onClick={() => void switchLanguage(language)}
        >
          {names[language].short}
        </button>
      ))}
    </div>
  );
}
