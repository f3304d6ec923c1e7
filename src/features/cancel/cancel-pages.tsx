import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Redirect, useLocation } from 'wouter';
import type { Booking } from '#contract/booking.ts';
import type { Operation } from '#contract/operation.ts';
import type { Person } from '#contract/person.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { sendCancel } from '#src/queries/cancel-queries.ts';
import { useDraft } from '#src/queries/use-draft.ts';
import { useWrite } from '#src/queries/use-write.ts';
import { Waiting } from '#src/ui/waiting.tsx';
import { paths } from '#src/paths.ts';
import { CancelDone } from './cancel-done.tsx';
import { cancelView } from './cancel-flow.ts';
import { cancelForm, emptyCancelForm, toCancelInput, type CancelFormValues } from './cancel-form.ts';
import { CancelImpossible } from './cancel-impossible.tsx';
import { CancelQuestion } from './cancel-question.tsx';
import { CancelRefused } from './cancel-refused.tsx';
import { CancelScheduled } from './cancel-scheduled.tsx';
import { CancelUnknown } from './cancel-unknown.tsx';
import { UndoChoice } from './undo-choice.tsx';
import { readCanUndo } from './undo-setting.ts';

/** The pages of one cancellation. What was typed lives here, so that it is still there when nothing could be sent. */
export function CancelPages({
  booking,
  people,
  isRegistrar,
  asCheckUp: asked,
  found,
}: {
  booking: Booking;
  /** This cancellation, under way already. */
  found: Operation | undefined;
  people: readonly Person[];
  isRegistrar: boolean;
  asCheckUp: boolean;
}) {
  const words = useWords();
  const [, navigate] = useLocation();
  const write = useWrite(sendCancel, { found });
  const asCheckUp = asked || (booking.kind === 'clinic-visit' && booking.partOfCheckUp);
  const resolver = useMemo(() => zodResolver(cancelForm(asCheckUp)), [asCheckUp]);
  const form = useForm<CancelFormValues>({ resolver, defaultValues: emptyCancelForm });
  useDraft(form);

  const { source, id, kind, person: ref } = booking;
  const person = people.length > 1 || isRegistrar ? people.find((one) => one.ref === ref) : undefined;
  const about = { booking, person };
  const view = cancelView(booking.can.cancel, write.state);
  const [canUndo, setCanUndo] = useState(() => readCanUndo(isRegistrar));
  const send = () =>
    write.submit({
      source,
      id,
      input: toCancelInput({ person: ref, kind, asCheckUp, canUndo }, form.getValues()),
    });
  const here = paths.cancel.to({ source, id, person: ref, as: asCheckUp ? 'check-up' : undefined });
  switch (view.show) {
    case 'impossible':
      return <CancelImpossible {...about} reason={view.reason} />;
    case 'question':
      return (
        <CancelQuestion
          {...about}
          isRegistrar={isRegistrar}
          asCheckUp={asCheckUp}
          notSent={view.notSent}
          form={form}
          onSubmit={send}
        >
          <UndoChoice isWanted={canUndo} onChange={setCanUndo} />
        </CancelQuestion>
      );
    case 'undone':
      return <Redirect replace to={paths.booking.to({ source, id, person: ref, just: 'kept' })} />;
    case 'scheduled':
      return <CancelScheduled {...about} operationId={view.operationId} sendsInMs={view.sendsInMs} />;
    case 'sending':
      return (
        <Waiting
          title={words(`cancel.sending.${kind}`)}
          wait={words('common.wait')}
          slow={words('cancel.slow')}
        />
      );
    case 'cancelled':
      return <CancelDone {...about} />;
    case 'refused':
      return (
        <CancelRefused
          {...about}
          isRegistrar={isRegistrar}
          here={here}
          refused={view}
          onTryAgain={write.reopen}
          onCheckUp={() => {
            navigate(paths.cancel.to({ source, id, person: ref, as: 'check-up' }));
            write.reopen();
          }}
        />
      );
    case 'unknown':
      return <CancelUnknown {...about} unknown={view} onCheck={write.again} />;
  }
}
