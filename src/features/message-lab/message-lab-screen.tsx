import { use } from 'react';
import { useLocation } from 'wouter';
import { failures } from '#contract/failures.ts';
import { about } from '#src/i18n/language.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Stack } from '#src/ui/stack.tsx';
import { Lead, Soft } from '#src/ui/text.tsx';
import { everyLanguage, type Speaker } from './every-language.ts';
import { LabControls } from './lab-controls.tsx';
import { readFilter, searchWith, widths, type LabFilter } from './lab-filter.ts';
import styles from './message-lab.module.css';
import { SpecimenFrame } from './specimen-frame.tsx';
import { audiences, casesOf, codeOf, specimenOf, type Case } from './specimens.ts';

/** Every page that may end a write, side by side: in every language, for everybody who reads it, small and large. */
export function MessageLabScreen({ search }: { search: string }) {
  const words = useWords();
  const [, navigate] = useLocation();
  const speakers = use(everyLanguage());
  const filter = readFilter(search);
  const cases = casesOf(filter.operation).filter(({ state }) => !filter.state || state === filter.state);
  const shown = speakers.filter(({ language }) => !filter.language || language === filter.language);
  return (
    <Stack gap="loose">
      <Stack>
        <PageTitle>{words('message-lab.title')}</PageTitle>
        <Lead>{words('message-lab.lead')}</Lead>
      </Stack>
      <LabControls
        filter={filter}
        onChoose={(name, value) =>
          navigate(`${paths.messageLab.to()}?${searchWith(search, name, value)}`, { replace: true })
        }
      />
      <p role="status">{words('message-lab.count', { count: cases.length })}</p>
      <div className={styles['cases']}>
        {cases.map((one) => (
          <LabCase key={keyOf(one)} one={one} speakers={shown} filter={filter} />
        ))}
      </div>
    </Stack>
  );
}

const keyOf = (one: Case) => ('failure' in one ? one.failure : one.ending.title);

function LabCase({ one, speakers, filter }: { one: Case; speakers: readonly Speaker[]; filter: LabFilter }) {
  const words = useWords();
  const code = 'failure' in one ? codeOf(one.failure) : '';
  const readers = audiences.filter((audience) => !filter.audience || audience === filter.audience);
  const sizes = widths.filter((width) => !filter.width || width === filter.width);
  return (
    <section className={styles['case']}>
      <h2 className={styles['heading']}>
        {code && <span className={styles['code']}>{code}</span>}
        <span lang="en" className={styles['code']}>
          {keyOf(one)}
        </span>
        <Soft>{words(`message-lab.state.${one.state}`)}</Soft>
      </h2>
      {'failure' in one && (
        <p>
          {words(`message-lab.effect.${failures[one.failure].effect}`)}{' '}
          {words(failures[one.failure].repeatHelps ? 'message-lab.repeat.helps' : 'message-lab.repeat.not')}
        </p>
      )}
      {speakers.flatMap(({ language, words: say }) =>
        readers.map((audience) => (
          <div key={`${language} ${audience}`} className={styles['frames']}>
            {sizes.map((width) => (
              <SpecimenFrame
                key={width}
                language={language}
                width={width}
                specimen={specimenOf(say, one, audience)}
                caption={words('message-lab.caption', {
                  language: about(language).name,
                  audience: words(`message-lab.audience.${audience}`),
                  width: words(`message-lab.width.${width}`),
                })}
              />
            ))}
          </div>
        )),
      )}
    </section>
  );
}
