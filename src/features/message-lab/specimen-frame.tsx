import { about, type Language } from '#src/i18n/language.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Result } from '#src/ui/result.tsx';
import type { Width } from './lab-filter.ts';
import styles from './message-lab.module.css';
import type { Specimen } from './specimens.ts';

/** A page's end as it looks at one width, in one language. Its button is a picture of one: nothing is done here. */
export function SpecimenFrame({
  caption,
  language,
  width,
  specimen,
}: {
  caption: string;
  language: Language;
  width: Width;
  specimen: Specimen;
}) {
  const { tone, tag, title, body, next } = specimen;
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['caption']}>{caption}</figcaption>
      <div
        lang={language}
        dir={about(language).direction}
        className={classNames(styles['frame'], styles[width])}
      >
        <div className={styles['inside']}>
          <Result
            isPicture
            tone={tone}
            state={tag}
            title={title}
            why={body}
            actions={next && <span className={buttonClass({})}>{next}</span>}
          />
        </div>
      </div>
    </figure>
  );
}
