import type { FailureReport } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Result } from '#src/ui/result.tsx';

/** Sent, and nobody has told what became of it. The page finds out by itself; without an operation it must be asked to. */
export function ReserveUnknown({
  what,
  unknown,
  person,
  isRegistrar,
  onCheck,
}: {
  what: 'hold' | 'confirm' | 'release';
  unknown: {
    readonly report: FailureReport | null;
    readonly operationId: string | null;
    readonly at: Instant;
  };
  person: string;
  isRegistrar: boolean;
  onCheck: () => void;
}) {
  const words = useWords();
  const support = useSupport(unknown);
  const lost = unknown.operationId === null;
  return (
    <Result
      tone="warning"
      state={words('reserve.unknown.tag')}
      title={words(`reserve.unknown.${what}.title`)}
      why={words(lost ? 'reserve.unknown.lost.body' : 'reserve.unknown.body')}
      support={support}
      actions={
        <>
          {lost && <Button onClick={onCheck}>{words('reserve.unknown.check')}</Button>}
          <LinkButton to={paths.bookings.to({ person })} look="plain">
            {words(isRegistrar ? 'reserve.seeBookings.registrar' : 'reserve.seeBookings')}
          </LinkButton>
        </>
      }
    >
      {!lost && <Progress words={words('reserve.unknown.checking')} />}
      <p>{words('reserve.unknown.leave')}</p>
    </Result>
  );
}
