import { useLocation } from 'wouter';
import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { personName } from '#src/i18n/person-name.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Question } from '#src/ui/question.tsx';

/** A time is kept for the patient and is no booking yet: it is given back when the patient is put away, so this is asked first. */
export function FinishQuestion({
  patient,
  hold,
  onFinish,
  onClose,
}: {
  patient: Person;
  hold: Hold;
  onFinish: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const times = useTimes();
  const [, navigate] = useLocation();
  const { id, doctor, slot, place } = hold;
  return (
    <Question
      words={{
        title: words('desk.finish.title'),
        yes: words('desk.finish.yes'),
        no: words('desk.finish.no'),
      }}
      onYes={onFinish}
      onNo={() => navigate(paths.hold.to({ holdId: id, person: patient.ref }))}
      onClose={onClose}
    >
      <p>{words('desk.finish.body', { name: personName(words, patient) })}</p>
      <p>
        <strong>{[times.dayAndTime(slot.starts), doctor.name, place.name].filter(Boolean).join(', ')}</strong>
      </p>
    </Question>
  );
}
