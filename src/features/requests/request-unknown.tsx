import type { FailureReport } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';

/** Sent, and nobody has told what became of it. */
export function RequestUnknown({
  unknown,
  person,
  isRegistrar,
  onCheck,
}: {
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
      state={words('requests.unknown.tag')}
      title={words('requests.unknown.request.title')}
      why={words(lost ? 'requests.unknown.lost' : 'requests.unknown.request.body')}
      support={support}
      actions={
        <>
          {lost && <Button onClick={onCheck}>{words('requests.unknown.check')}</Button>}
          <LinkButton to={paths.bookings.to({ person })} look="plain">
            {words(isRegistrar ? 'requests.toList.registrar' : 'requests.toList')}
          </LinkButton>
        </>
      }
    />
  );
}
