import { failures } from '#contract/failures.ts';
import type { FailureReport } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { nextPlace } from '#src/next-step.ts';
import { paths } from '#src/paths.ts';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';

/** No request was made, or nobody can find out: says which, why, and the one next step. */
export function RequestRefused({
  refused,
  person,
  here,
  isRegistrar,
}: {
  refused: { readonly report: FailureReport; readonly operationId: string | null; readonly at: Instant };
  person: string;
  here: string;
  isRegistrar: boolean;
}) {
  const words = useWords();
  const support = useSupport(refused);
  const { title, body, next, step } = reportText(words, refused.report, isRegistrar);
  // «Не создана» is said of what is known not to be: Connect lists nothing, so some outcomes stay open for ever.
  const open = failures[refused.report.failure].effect === 'unknown';
  const toList = paths.bookings.to({ person });
  const place = nextPlace(step, { person, here, phone: null, isRegistrar });
  return (
    <Result
      tone={open ? 'warning' : 'danger'}
      state={words(open ? 'requests.unknown.tag' : 'requests.refused.tag')}
      title={title}
      why={body}
      support={support}
      actions={
        <>
          {place.kind === 'outside' && <OutsideLinkButton href={place.href}>{next}</OutsideLinkButton>}
          {place.kind === 'screen' && place.to !== toList && <LinkButton to={place.to}>{next}</LinkButton>}
          <LinkButton to={toList} look={place.kind === 'outside' ? 'plain' : 'main'}>
            {words(isRegistrar ? 'requests.toList.registrar' : 'requests.toList')}
          </LinkButton>
        </>
      }
    />
  );
}
