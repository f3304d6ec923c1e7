import type { ReactNode } from 'react';
import type { Booking } from '#contract/booking.ts';
import { useSupport } from '#src/i18n/use-support.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { telephone } from '#src/ui/telephone.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { Button } from '#src/ui/button.tsx';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Result } from '#src/ui/result.tsx';
import type { Leg } from './move-flow.ts';
import { ToList } from './to-list.tsx';

/** A write was sent, and nobody has told what became of it. The page finds out by itself; without an operation it must be asked to. */
export function MoveChecking({
  leg,
  write,
  booking,
  isRegistrar,
  onCheck,
  children,
}: {
  leg: Leg | 'move';
  write: Extract<WriteState, { step: 'unknown' }>;
  booking: Booking;
  isRegistrar: boolean;
  onCheck: () => void;
  /** Which booking is on. */
  children: ReactNode;
}) {
  const words = useWords();
  const support = useSupport(write);
  const lost = write.operationId === null;
  const phone = booking.place?.phone ?? null;
  return (
    <Result
      tone="warning"
      state={words('move.tag.checking')}
      title={words(`move.checking.${leg}`)}
      why={words(lost ? 'move.checking.lost' : 'move.checking.body')}
      support={support}
      actions={
        <>
          {lost && <Button onClick={onCheck}>{words('move.check')}</Button>}
          <ToList person={booking.person} isRegistrar={isRegistrar} />
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
      {!lost && <Progress words={words('move.checking.now')} />}
      {children}
    </Result>
  );
}
