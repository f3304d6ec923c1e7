import { useEffect, useState } from 'react';
import type { Booking, ClinicVisit } from '#contract/booking.ts';
import type { Hold } from '#contract/slot.ts';
import { sendCancel } from '#src/queries/cancel-queries.ts';
import { sendDecision, sendHold } from '#src/queries/hold-queries.ts';
import { useWrite } from '#src/queries/use-write.ts';
import type { WriteState } from '#src/queries/write-flow.ts';
import { isInTheWay } from './in-the-way.ts';
import {
  moveView,
  nextLeg,
  orders,
  standOf,
  type Leg,
  type LegState,
  type Move,
  type MoveView,
  type Stand,
  type Way,
} from './move-flow.ts';
import type { TakenUp } from './take-up.ts';

export interface ClinicMoveRun {
  readonly view: MoveView;
  readonly stand: Stand;
  /** What was made: the new booking, or the old time again. */
  readonly made: Booking | null;
  /** The person agreed: goes this way, from the first write that is not done. */
  readonly go: (way: Way) => void;
  /** Sends a write once more whose answer never reached us: the same attempt, so nothing happens twice. */
  readonly check: (leg: Leg) => void;
}

const operationIn = (state: WriteState) => (state.step === 'confirmed' ? state.operation : null);
const holdIn = (state: WriteState): Hold | null => operationIn(state)?.hold ?? null;

/** Runs the writes of a move one after another, each once the one before it is confirmed. */
export function useClinicMove({
  old,
  to,
  taken: { done, open, held, booking },
}: {
  old: ClinicVisit;
  to: string;
  taken: TakenUp;
}): ClinicMoveRun {
  const { person, place, slot } = old;
  const [way, setWay] = useState<Way | null>(null);
  const hold = useWrite(sendHold, { found: open.hold });
  const confirm = useWrite(sendDecision, { found: open.confirm });
  const cancel = useWrite(sendCancel, { found: open.cancel });
  const holdBack = useWrite(sendHold, { found: open['hold-back'] });
  const confirmBack = useWrite(sendDecision, { found: open['confirm-back'] });
  const writes = { hold, confirm, cancel, 'hold-back': holdBack, 'confirm-back': confirmBack };

  const stateOf = (leg: Leg): LegState => (done.has(leg) ? 'done' : writes[leg].state);
  const move: Move = {
    way,
    legs: {
      hold: stateOf('hold'),
      confirm: stateOf('confirm'),
      cancel: stateOf('cancel'),
      'hold-back': stateOf('hold-back'),
      'confirm-back': stateOf('confirm-back'),
    },
    inTheWay: (report) => isInTheWay(report, old),
    canGoBack: slot !== undefined,
  };
  const view = moveView(move);

  const keep = (slotId: string) => ({
    person,
    clinicId: place?.clinicId ?? '',
    doctorId: slot?.doctorId ?? '',
    slotId,
  });
  const decide = (holdId: string | undefined | null) =>
    ({ holdId: holdId ?? '', decision: 'confirm' }) as const;
  const send: Readonly<Record<Leg, () => void>> = {
    hold: () => hold.submit(keep(to)),
    confirm: () => confirm.submit(decide(holdIn(hold.state)?.id ?? held.new)),
    cancel: () => cancel.submit({ source: old.source, id: old.id, input: { person } }),
    'hold-back': () => holdBack.submit(keep(slot?.id ?? '')),
    'confirm-back': () => confirmBack.submit(decide(holdIn(holdBack.state)?.id ?? held.back)),
  };

  const due = view.show === 'working' && view.send ? view.leg : null;
  useEffect(() => {
    if (due) send[due]();
  });

  return {
    view,
    stand: standOf(move),
    made: operationIn(confirm.state)?.booking ?? operationIn(confirmBack.state)?.booking ?? booking,
    go: (next) => {
      setWay(next);
      // What was refused before this was agreed to says nothing about it.
      for (const leg of orders[next]) writes[leg].reopen();
      const leg = nextLeg(next, move);
      if (leg) send[leg]();
    },
    check: (leg) => writes[leg].again(),
  };
}
