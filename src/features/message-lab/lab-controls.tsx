import { about, languages } from '#src/i18n/language.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Field } from '#src/ui/field.tsx';
import { widths, type LabFilter } from './lab-filter.ts';
import { labOperationNames, labOperations } from './lab-operations.ts';
import styles from './message-lab.module.css';
import { audiences, states } from './specimens.ts';

/** What to look at. Every choice is kept in the address, to be sent to whoever translates. */
export function LabControls({
  filter,
  onChoose,
}: {
  filter: LabFilter;
  onChoose: (name: keyof LabFilter, value: string) => void;
}) {
  const words = useWords();
  const choices = [
    {
      name: 'operation',
      all: false,
      options: labOperationNames.map((one) => [one, words(labOperations[one].name)]),
    },
    { name: 'language', all: true, options: languages.map((one) => [one, about(one).name]) },
    {
      name: 'audience',
      all: true,
      options: audiences.map((one) => [one, words(`message-lab.audience.${one}`)]),
    },
    { name: 'state', all: true, options: states.map((one) => [one, words(`message-lab.state.${one}`)]) },
    { name: 'width', all: true, options: widths.map((one) => [one, words(`message-lab.width.${one}`)]) },
  ] as const;
  return (
    <div className={styles['filter']}>
      {choices.map(({ name, all, options }) => (
        <Field key={name} label={words(`message-lab.choose.${name}`)}>
          {(aria) => (
            <select
              {...aria}
              value={filter[name] ?? ''}
              onChange={({ target }) => onChoose(name, target.value)}
            >
              {all && <option value="">{words('message-lab.all')}</option>}
              {options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}
