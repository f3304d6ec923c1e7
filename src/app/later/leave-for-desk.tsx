import { useLocation } from 'wouter';
import type { Person } from '#contract/person.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Question } from '#src/ui/question.tsx';
import type { UnderWay } from '../shell/acting-for.ts';

/** Asks a registrar who goes to the desk in the middle of something: another patient would begin anew. */
export function LeaveForDesk({
  begun,
  patient,
  onClose,
}: {
  begun: UnderWay;
  patient: Person;
  onClose: () => void;
}) {
  const words = useWords();
  const [, navigate] = useLocation();
  const name = personName(words, patient);
  return (
    <Question
      words={{
        title: words('desk.leave.title'),
        yes: words('desk.leave.yes'),
        no: words('switch-person.no'),
      }}
      onYes={() => navigate(paths.desk.to())}
      onClose={onClose}
    >
      <p>
        {begun === 'hold'
          ? words('desk.leave.hold', { name })
          : words(`switch-person.begun.${begun}`, { name })}
      </p>
    </Question>
  );
}
