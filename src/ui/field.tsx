import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

/** What a control needs so that its label, hint and error are read with it. */
export interface FieldAria {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What to do about what is wrong; absent while nothing is. */
  error?: ReactNode;
}

/** A label, a hint and an error around one control, wired for assistive technology. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (aria: FieldAria) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={styles['error']}>
          {error}
        </div>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(Boolean(error) && { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

/** Several radio buttons or checkboxes under one question. Children are `Choice`s. */
export function FieldGroup({ label, hint, error, children }: FieldProps & { children: ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles['field']} aria-describedby={described || undefined}>
      <legend className={styles['label']}>{label}</legend>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={styles['error']}>
          {error}
        </div>
      )}
      <div className={styles['choices']}>{children}</div>
    </fieldset>
  );
}

/** One large radio button or checkbox with its words; `children` is the native `<input>`. */
export function Choice({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <label className={styles['choice']}>
      {children}
      <span>
        {label}
        {hint && <span className={styles['choiceHint']}>{hint}</span>}
      </span>
    </label>
  );
}
