import type { Slot } from '#contract/slot.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Row } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { AgeNotice } from './age-notice.tsx';
import { ClashNotice } from './clash-notice.tsx';
import type { MarkedSlot } from './marked-slots.ts';
import { NearestTimes } from './nearest-times.tsx';
import { SlotFacts } from './slot-facts.tsx';
import { addressWith, type StepProps } from './step-props.ts';
import { UnseenNotice } from './unseen-notice.tsx';
import { useChosen } from './use-chosen.ts';

/** The chosen time as it stands now: to be kept, kept or booked already, or gone. */
export function CheckSlot({
  marked,
  made,
  person,
  onHold,
}: Omit<StepProps, 'today'> & {
  /** Absent when the schedule does not have it any more. */
  marked: MarkedSlot | undefined;
  onHold: (slot: Slot) => void;
}) {
  const words = useWords();
  const { clinic, speciality, doctor } = useChosen(person.ref, made);
  const other = (
    <LinkButton to={addressWith(made, 'slot', undefined)} look="plain">
      {words('reserve.check.other')}
    </LinkButton>
  );
  if (!marked || marked.mark.kind === 'refused')
    return (
      <Notice tone="warning" title={words('reserve.check.gone')} actions={other}>
        {marked && <NearestTimes made={made} person={person} lost={{ ...marked.slot, again: false }} />}
      </Notice>
    );
  const { slot, mark } = marked;
  return (
    <>
      <SlotFacts
        person={person}
        starts={slot.starts}
        place={clinic ?? null}
        doctor={doctor?.name ?? null}
        speciality={speciality?.name ?? null}
        room={doctor?.room ?? null}
      />
      {mark.kind === 'held' && (
        <Row>
          <LinkButton to={paths.hold.to({ ...made, holdId: mark.holdId, person: person.ref })}>
            {words('reserve.hold.otherOpen')}
          </LinkButton>
        </Row>
      )}
      {mark.kind === 'mine' && (
        <Notice
          title={words('reserve.check.mine', { relation: person.relation })}
          actions={
            <>
              <LinkButton to={paths.booking.to({ ...mark.booking, person: person.ref })}>
                {words('reserve.check.openMine')}
              </LinkButton>
              {other}
            </>
          }
        />
      )}
      {mark.kind === 'free' && (
        <>
          <AgeNotice person={person} starts={slot.starts} />
          <ClashNotice slot={slot} speciality={speciality?.name ?? null} person={person} />
          <UnseenNotice person={person} />
          <Lead>{words(made.back ? 'reserve.check.back.body' : 'reserve.check.body')}</Lead>
          <Row>
            <Button onClick={() => onHold(slot)}>
              {words(made.back ? 'reserve.check.back.hold' : 'reserve.check.hold')}
            </Button>
            {other}
          </Row>
        </>
      )}
    </>
  );
}
