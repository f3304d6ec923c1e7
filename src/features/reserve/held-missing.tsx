import type { Person } from '#contract/person.ts';
import type { Hold } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import type { Choices } from './choices.ts';
import { NearestTimes } from './nearest-times.tsx';
import { addressWith } from './step-props.ts';

const says = {
  /** A reload after it was decided, or an old address. */
  gone: ['reserve.noHold.title', 'reserve.noHold.body'],
  lapsed: ['reserve.lapsed.title', 'reserve.lapsed.body'],
  /** More time was wished for, and somebody else was faster. */
  taken: ['reserve.more.taken.title', 'reserve.more.taken.body'],
  released: ['reserve.released.title', 'reserve.released.body'],
} as const;

/** The time is not kept any more: says why, and the way back to choosing, with everything else still chosen. */
export function HeldMissing({
  made,
  isRegistrar,
  why = 'gone',
  lost,
}: {
  made: Choices;
  isRegistrar: boolean;
  why?: keyof typeof says;
  /** Whose time it was, where others near it are to be offered. */
  lost?: { readonly person: Person; readonly slot: Hold['slot'] };
}) {
  const words = useWords();
  const [title, body] = says[why];
  return (
    <Stack narrow>
      <PageTitle>{words(title)}</PageTitle>
      <Lead>{words(body)}</Lead>
      {lost && made.clinic && made.speciality && made.doctor && (
        <NearestTimes made={made} person={lost.person} lost={{ ...lost.slot, again: why === 'lapsed' }} />
      )}
      <Row>
        <LinkButton to={addressWith(made, 'slot', undefined)}>{words('reserve.chooseAgain')}</LinkButton>
        <LinkButton to={paths.bookings.to({ person: made.person })} look="plain">
          {words(isRegistrar ? 'reserve.seeBookings.registrar' : 'reserve.seeBookings')}
        </LinkButton>
      </Row>
    </Stack>
  );
}
