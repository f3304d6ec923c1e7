import { turns } from '#contract/rules/age-category.ts';
import { byDay, daysAfter } from '#contract/rules/calendar-days.ts';
import { useTimes } from '#src/i18n/use-times.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { paths } from '#src/paths.ts';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Secondary } from '#src/ui/secondary.tsx';
import { Segments } from '#src/ui/segments.tsx';
import { Row } from '#src/ui/stack.tsx';
import { Soft } from '#src/ui/text.tsx';
import { shownDays, timeViews, windowBefore, type TimeView } from './day-window.ts';
import { Loaded } from './loaded.tsx';
import { everyDay, freeOf, leftOut, whyNothingFree, type MarkedSlot } from './marked-slots.ts';
import { addressWith, type StepProps } from './step-props.ts';
import { FreeDays, WeekOfTimes } from './time-days.tsx';
import { useMarkedSlots } from './use-marked-slots.ts';

const nothing = {
  none: 'reserve.time.none',
  age: 'reserve.time.noneForAge',
  'no-right': 'reserve.time.noneToUse',
} as const;

const isOnlyForChildren = ({ mark }: MarkedSlot) =>
  mark.kind === 'refused' && mark.reason === 'only-children';

/** When: the free times of two weeks, earliest first, or everything of one week. */
export function TimeStep({ made, person, today }: StepProps) {
  const words = useWords();
  const times = useTimes();
  const view: TimeView = made.view ?? 'list';
  const from = made.day && made.day > today ? made.day : today;
  const days = shownDays[view];
  const earlier = windowBefore(from, today, days);
  const { query, mark } = useMarkedSlots(person, made, from, days);
  const other = (more: { day?: string; view?: TimeView | undefined }) =>
    paths.reserve.to({ ...made, slot: undefined, ...more });

  const { clinic, speciality, doctor } = made;
  const nothingFree = (slots: readonly MarkedSlot[]) => (
    <Notice
      title={words(nothing[whyNothingFree(slots)], {
        from: times.date(from),
        to: times.date(daysAfter(from, days - 1)),
      })}
      actions={
        <>
          <LinkButton to={addressWith(made, 'doctor', undefined)} look="plain">
            {words('reserve.time.otherDoctors')}
          </LinkButton>
          <LinkButton to={paths.waiting.to({ person: person.ref, clinic, speciality, doctor })} look="plain">
            {words(person.relation === 'patient' ? 'waiting.submit.registrar' : 'waiting.submit')}
          </LinkButton>
        </>
      }
    />
  );
  return (
    <>
      <Secondary>
        <Segments
          label={words('reserve.view.label')}
          items={timeViews.map((one) => ({
            key: one,
            to: other({ view: one === 'list' ? undefined : one }),
            current: one === view,
            words: words(`reserve.view.${one}`),
          }))}
        />
      </Secondary>
      <Loaded query={query}>
        {({ slots }) => {
          const marked = mark(slots);
          const free = freeOf(marked);
          return (
            <>
              {free.length === 0 && nothingFree(marked)}
              {marked.some(isOnlyForChildren) && (
                <Notice
                  silent
                  title={words('reserve.time.turns18', {
                    day: times.date(turns(person.birthDate, 18)),
                  })}
                />
              )}
              <Soft>{words('reserve.time.clock')}</Soft>
              {view === 'week' ? (
                <WeekOfTimes days={everyDay(marked, from, days)} made={made} person={person} />
              ) : (
                <>
                  <FreeDays days={byDay(free)} made={made} person={person} />
                  {free.length > 0 && <LeftOut slots={marked} />}
                </>
              )}
            </>
          );
        }}
      </Loaded>
      <Row>
        {earlier && (
          <LinkButton to={other({ day: earlier })} look="plain">
            {words('reserve.time.earlier')}
          </LinkButton>
        )}
        <LinkButton to={other({ day: daysAfter(from, days) })} look="plain">
          {words('reserve.time.later')}
        </LinkButton>
      </Row>
    </>
  );
}

/** The list shows what can be chosen; that there is more, and for whom, is not hidden. */
function LeftOut({ slots }: { slots: readonly MarkedSlot[] }) {
  const words = useWords();
  const left = leftOut(slots);
  return (['no-right', 'age'] as const).map(
    (reason) =>
      left[reason] > 0 && (
        <Soft key={reason}>{words(`reserve.time.leftOut.${reason}`, { count: left[reason] })}</Soft>
      ),
  );
}
