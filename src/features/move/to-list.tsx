import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';

/** Away from a move, to everything that the person has. */
export function ToList({
  person,
  isRegistrar,
  look = 'plain',
}: {
  person: string;
  isRegistrar: boolean;
  look?: 'main' | 'plain';
}) {
  const words = useWords();
  return (
    <LinkButton to={paths.bookings.to({ person })} look={look}>
      {words(isRegistrar ? 'move.toList.registrar' : 'move.toList')}
    </LinkButton>
  );
}
