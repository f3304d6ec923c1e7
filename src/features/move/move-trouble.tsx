import type { ReactNode } from 'react';
import type { Booking } from '#contract/booking.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { nextPlace } from '#src/next-step.ts';
import { telephone } from '#src/ui/telephone.ts';
import { paths } from '#src/paths.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import { ToList } from './to-list.tsx';

interface MoveTroubleProps {
  /** Which booking is on, as a sentence. */
  title: string;
  tone: 'warning' | 'danger';
  write: Extract<WriteState, { step: 'refused' }>;
  booking: Booking;
  /** The page's own address, to come back to after signing in. */
  here: string;
  isRegistrar: boolean;
  onTryAgain: () => void;
  /** What to do instead of the failure's own next step. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A write was refused: which booking is on, why, and the one next step. */
export function MoveTrouble({
  title,
  tone,
  write,
  booking,
  here,
  isRegistrar,
  onTryAgain,
  actions,
  children,
}: MoveTroubleProps) {
  const words = useWords();
  const support = useSupport(write);
  const text = reportText(words, write.report, isRegistrar);
  const { person } = booking;
  const phone = booking.place?.phone ?? null;
  const calls = text.step === 'call-clinic' && phone !== null;
  const place =
    text.step === 'pick-another-time'
      ? ({ kind: 'screen', to: paths.move.to(booking) } as const)
      : nextPlace(text.step, { person, here, phone, isRegistrar, booking });
  return (
    <Result
      tone={tone}
      state={words(tone === 'warning' ? 'move.tag.open' : 'move.tag.stopped')}
      title={title}
      support={support}
      actions={
        <>
          {actions}
          {!actions && place.kind === 'screen' && <LinkButton to={place.to}>{text.next}</LinkButton>}
          {!actions && place.kind === 'outside' && (
            <OutsideLinkButton href={place.href}>
              {calls ? words('common.call', { phone }) : text.next}
            </OutsideLinkButton>
          )}
          {!actions && place.kind === 'here' && (
            <Button onClick={onTryAgain}>{words('common.tryAgain')}</Button>
          )}
          <ToList person={person} isRegistrar={isRegistrar} />
        </>
      }
      phone={
        phone &&
        !(calls && !actions) && (
          <OutsideLinkButton href={telephone(phone)} look="quiet">
            {words('common.call', { phone })}
          </OutsideLinkButton>
        )
      }
    >
      <div>
        <p>
          <strong>{text.title}.</strong>
        </p>
        {text.body && <p>{text.body}</p>}
      </div>
      {children}
    </Result>
  );
}
