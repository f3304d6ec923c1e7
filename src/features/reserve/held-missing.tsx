import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import type { Choices } from './choices.ts';
import { addressWith } from './step-props.ts';

const says = {
  /** A reload after it was decided, or an old address. */
  gone: ['reserve.noHold.title', 'reserve.noHold.body'],
  lapsed: ['reserve.lapsed.title', 'reserve.lapsed.body'],
  released: ['reserve.released.title', 'reserve.released.body'],
} as const;

/** The time is not kept any more: says why, and the way back to choosing, with everything else still chosen. */
export function HeldMissing({ made, why = 'gone' }: { made: Choices; why?: keyof typeof says }) {
  const words = useWords();
  const [title, body] = says[why];
  return (
    <Stack narrow>
      <PageTitle>{words(title)}</PageTitle>
      <Lead>{words(body)}</Lead>
      <Row>
        <LinkButton to={addressWith(made, 'slot', undefined)}>{words('reserve.chooseAgain')}</LinkButton>
        <LinkButton to={paths.bookings.to({ person: made.person })} look="plain">
          {words('reserve.seeBookings')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
