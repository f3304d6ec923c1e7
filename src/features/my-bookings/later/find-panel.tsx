import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { Booking, BookingKind } from '#contract/booking.ts';
import { kindWords } from '#src/i18n/booking-words.ts';
import { useLanguage, useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Field } from '#src/ui/field.tsx';
import { facets, isNarrowed, type Facet, type Filter } from '../address-filter.ts';
import { answersOf } from './find-bookings.ts';
import styles from './find-panel.module.css';

const kinds = [
  'clinic-visit',
  'home-call',
  'appointment-request',
  'technician-visit',
  'visit',
] as const satisfies readonly BookingKind[];

/** What one looks for: a line to type in, and questions whose answers are what these bookings know. */
export function FindPanel({
  all,
  count,
  typed,
  onType,
  filter,
  addressWith,
  onForget,
}: {
  all: readonly Booking[];
  /** How many were found; null while nothing is looked for. */
  count: number | null;
  typed: string;
  onType: (text: string) => void;
  filter: Filter;
  addressWith: (filter: Filter) => string;
  onForget: () => void;
}) {
  const words = useWords();
  const [, navigate] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const showAll = () => {
    onForget();
    navigate(addressWith({}), { replace: true });
    input.current?.focus();
  };
  return (
    <form role="search" className={styles['panel']} onSubmit={(event) => event.preventDefault()}>
      <Field label={words('my-bookings.find.label')} hint={words('my-bookings.find.hint')}>
        {(aria) => (
          <input
            {...aria}
            ref={input}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => onType(target.value)}
          />
        )}
      </Field>
      <Details summary={words('my-bookings.find.narrow')} open={isNarrowed(filter)}>
        <div className={styles['questions']}>
          {facets.map((facet) => (
            <Question
              key={facet}
              facet={facet}
              all={all}
              chosen={filter[facet]}
              onChoose={(value) =>
                navigate(addressWith({ ...filter, [facet]: value || undefined }), { replace: true })
              }
            />
          ))}
        </div>
      </Details>
      <div className={styles['found']}>
        <p role="status">{count !== null && words('my-bookings.find.count', { count })}</p>
        {count !== null && (
          <Button look="quiet" onClick={showAll}>
            {words('my-bookings.find.all')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Question({
  facet,
  all,
  chosen = '',
  onChoose,
}: {
  facet: Facet;
  all: readonly Booking[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const inWords = (value: string) => {
    const kind = facet === 'kind' ? kinds.find((one) => one === value) : undefined;
    return kind ? kindWords(words, kind) : value;
  };
  const known = answersOf(all, facet);
  // A link may name what these bookings do not have: it is shown as chosen all the same.
  const answers = chosen && !known.includes(chosen) ? [chosen, ...known] : known;
  const { compare } = new Intl.Collator(language);
  const sorted = answers
    .map((value) => ({ value, text: inWords(value) }))
    .toSorted((a, b) => compare(a.text, b.text));
  if (sorted.length < 2 && !chosen) return null;
  return (
    <Field label={words(`my-bookings.find.${facet}`)}>
      {(aria) => (
        <select {...aria} value={chosen} onChange={({ target }) => onChoose(target.value)}>
          <option value="">{words(`my-bookings.find.${facet}.any`)}</option>
          {sorted.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
