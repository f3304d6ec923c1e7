import type { Person } from '#contract/person.ts';
import type { CalendarDay } from '#contract/time.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { NewRequest } from './new-request.tsx';
import { ofPerson } from './of-person.ts';

/** Asking for a technician's visit. A request is not a booking until one of the offered times is taken. */
export function NewRequestScreen({
  asked,
  people,
  isRegistrar,
  today,
}: {
  /** `ref` of the person that the address names. */
  asked: string | null;
  people: readonly Person[];
  isRegistrar: boolean;
  today: CalendarDay;
}) {
  const words = useWords();
  const person = ofPerson(people, asked);
  if (person)
    return (
      <NewRequest
        key={person.ref}
        person={person}
        isOnlyOne={people.length === 1}
        isRegistrar={isRegistrar}
        today={today}
      />
    );
  return (
    <Stack narrow>
      <PageTitle>{words('requests.noPerson.title')}</PageTitle>
      <Lead>{words('requests.noPerson.body')}</Lead>
      <Row>
        <LinkButton to={paths.desk.to()}>{words('requests.noPerson.action')}</LinkButton>
      </Row>
    </Stack>
  );
}
