import { useState } from 'react';
import type { OfferedTime } from '#contract/booking.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { Choice, FieldGroup } from '#src/ui/field.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';

/** The offered times as large radio buttons, and one button that says what it does. */
export function ChooseTime({
  times: offered,
  chosen,
  onChoose,
  onBook,
}: {
  times: readonly OfferedTime[];
  chosen: string;
  onChoose: (id: string) => void;
  onBook: (id: string) => void;
}) {
  const words = useWords();
  const times = useTimes();
  const [isMissing, setMissing] = useState(false);
  const earliestFirst = offered.toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(chosen === '');
        if (chosen !== '') onBook(chosen);
      }}
    >
      <Stack>
        <FieldGroup
          label={words('requests.offered.choose')}
          hint={words('requests.offered.lead')}
          error={isMissing && chosen === '' && words('requests.offered.chooseFirst')}
        >
          {earliestFirst.map(({ id, starts, ends }) => (
            <Choice
              key={id}
              label={words('requests.offered.time', {
                day: times.day(starts),
                from: times.time(starts),
                to: times.time(ends),
              })}
              hint={times.zone(starts)}
            >
              <input
                type="radio"
                name="offered-time"
                value={id}
                checked={chosen === id}
                onChange={() => onChoose(id)}
              />
            </Choice>
          ))}
        </FieldGroup>
        <Row>
          <Button type="submit">{words('requests.offered.book')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
