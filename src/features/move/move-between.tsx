import type { ReactNode } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { reportText } from '#src/i18n/failure-text.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { nextPlace } from '#src/next-step.ts';
import { telephone } from '#src/ui/telephone.ts';
import { LinkButton, OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Result } from '#src/ui/result.tsx';
import { leadsAway } from './leads-away.ts';

/** A move that stands half way: which booking is on, why, and what the person may do about it. */
export function MoveBetween({
  title,
  why,
  isOver = false,
  write,
  booking,
  here,
  isRegistrar,
  actions,
  children,
}: {
  title: string;
  why: string;
  /** It ended without a move; nothing is left to decide. */
  isOver?: boolean;
  /** What was refused on the way; null where the page found it so. */
  write: Extract<WriteState, { step: 'refused' }> | null;
  booking: Booking;
  here: string;
  isRegistrar: boolean;
  actions: ReactNode;
  children: ReactNode;
}) {
  const words = useWords();
  const support = useSupport({
    report: write?.report ?? null,
    operationId: write?.operationId ?? null,
    at: write?.at ?? new Date(0).toISOString(),
  });
  const phone = booking.place?.phone ?? null;
  const text = write && reportText(words, write.report, isRegistrar);
  const next = text && nextPlace(text.step, { person: booking.person, here, phone, isRegistrar, booking });
  const elsewhere = write && leadsAway(write.report) ? next : null;
  return (
    <Result
      tone="warning"
      state={words(isOver ? 'move.tag.stopped' : 'move.tag.open')}
      title={title}
      why={why}
      {...(write ? { support } : {})}
      actions={
        <>
          {elsewhere?.kind === 'screen' && <LinkButton to={elsewhere.to}>{text?.next}</LinkButton>}
          {elsewhere?.kind === 'outside' && (
            <OutsideLinkButton href={elsewhere.href}>{text?.next}</OutsideLinkButton>
          )}
          {actions}
        </>
      }
      phone={
        phone && (
          <OutsideLinkButton href={telephone(phone)} look="quiet">
            {words('common.call', { phone })}
          </OutsideLinkButton>
        )
      }
    >
      {text && (
        <div>
          <p>
            <strong>{text.title}.</strong>
          </p>
          {text.body && <p>{text.body}</p>}
        </div>
      )}
      {children}
    </Result>
  );
}
