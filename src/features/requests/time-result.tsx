import { failureText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { signInAddress, paths } from '#src/paths.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';

type Answered = Extract<WriteState, { step: 'confirmed' | 'refused' | 'unknown' }>;

/** What came of taking an offered time, on the request's own page. */
export function TimeResult({
  state,
  person,
  onCheck,
}: {
  state: Answered;
  person: string;
  onCheck: () => void;
}) {
  const words = useWords();
  const times = useTimes();
  if (state.step === 'confirmed') {
    const { booking } = state.operation;
    return (
      <Notice
        key="confirmed"
        tone="success"
        title={words('requests.booked.title')}
        takesFocus
        actions={
          booking && booking.kind !== 'appointment-request' ? (
            <LinkButton to={paths.booking.to({ ...booking, person })}>
              {words('requests.booked.open')}
            </LinkButton>
          ) : (
            <LinkButton to={paths.bookings.to({ person })}>{words('requests.toList')}</LinkButton>
          )
        }
      >
        {booking?.starts && <p>{times.dayAndTime(booking.starts)}</p>}
        <p>{words('requests.booked.body')}</p>
      </Notice>
    );
  }
  if (state.step === 'unknown') {
    const lost = state.operationId === null;
    return (
      <Notice
        key="unknown"
        tone="warning"
        title={words('requests.unknown.book.title')}
        takesFocus
        actions={lost && <Button onClick={onCheck}>{words('requests.unknown.check')}</Button>}
      >
        <p>{words(lost ? 'requests.unknown.lost' : 'requests.unknown.body')}</p>
      </Notice>
    );
  }
  return <Refused state={state} />;
}

function Refused({ state }: { state: Extract<WriteState, { step: 'refused' }> }) {
  const words = useWords();
  const { title, body, next, step } = failureText(words, state.report.failure, state.report.facts);
  const support = useSupport(state);
  return (
    <Notice
      key={state.key}
      tone="danger"
      title={title}
      takesFocus
      actions={
        step === 'sign-in' && (
          <OutsideLinkButton href={signInAddress(location.pathname + location.search)}>
            {next}
          </OutsideLinkButton>
        )
      }
    >
      <p>{body}</p>
      <Details summary={support.summary}>
        <Facts facts={support.facts} />
      </Details>
    </Notice>
  );
}
