import { CONSTRAINT_KINDS, type ConstraintKind } from '@millrace/core/schedule'
import { dayEnd, dayOf, dayStart } from '../../../../platform/time-zone.ts'
import { Select, Switch, useTimeZone } from '../../../../ui/index.ts'
import { textsFloats } from '../../texts-floats.ts'
import { textsWork as words } from '../../texts-work.ts'
import { DayMoment } from './day-moment.tsx'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'
import { SpanField } from './span-field.tsx'

const MODES = ['links', 'hand'] as const

/** How long it takes, and what besides its links says when. */
export function PlanTime({ itemPlan, model }: PlanPartProps) {
  const { plan, isSummary, isMilestone, calendars } = itemPlan
  const { change, canWrite } = model
  const isHammock = plan.isHammock && !isSummary
  return (
    <fieldset className={styles.group} disabled={!canWrite}>
      <legend className={styles.name}>{words.time}</legend>
      <div className={styles.fields}>
        {!isSummary && (
          <>
            {!isMilestone && !isHammock && (
              <SpanField
                label={words.duration}
                value={plan.durationMin}
                isElapsed={plan.isElapsed}
                onChange={(durationMin) => change({ durationMin })}
              />
            )}
            <Select
              label={words.mode}
              allowDeselect={false}
              disabled={!canWrite}
              data={MODES.map((mode) => ({ value: mode, label: words.modes[mode] }))}
              value={plan.isManual ? 'hand' : 'links'}
              onChange={(mode) => change({ isManual: mode === 'hand' })}
            />
          </>
        )}
        {plan.isManual && !isSummary && <HandDates itemPlan={itemPlan} model={model} />}
        {!isHammock && <Constraint itemPlan={itemPlan} model={model} />}
        <DayMoment
          label={words.deadline}
          at={plan.deadlineAt}
          edge="end"
          onChange={(deadlineAt) => change({ deadlineAt })}
        />
        <Select
          label={words.calendar}
          disabled={!canWrite}
          data={[
            { value: '', label: words.calendarOfPlan },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          allowDeselect={false}
          value={plan.calendarId ?? ''}
          onChange={(id) => change({ calendarId: id === '' ? null : id })}
        />
        {!isSummary && !isMilestone && !isHammock && (
          <Switch
            size="xs"
            className={styles.switch ?? ''}
            label={words.isElapsed}
            checked={plan.isElapsed}
            disabled={!canWrite}
            onChange={(event) => change({ isElapsed: event.currentTarget.checked })}
          />
        )}
        {!isSummary && (isHammock || !isMilestone) && (
          <Switch
            size="xs"
            className={styles.switch ?? ''}
            label={textsFloats.isHammock}
            checked={isHammock}
            disabled={!canWrite}
            onChange={(event) => change({ isHammock: event.currentTarget.checked })}
          />
        )}
      </div>
    </fieldset>
  )
}

function HandDates({ itemPlan: { plan }, model: { change } }: PlanPartProps) {
  return (
    <>
      <DayMoment
        label={words.start}
        at={plan.startAt}
        edge="start"
        onChange={(startAt) => change({ startAt })}
      />
      <DayMoment
        label={words.finish}
        at={plan.finishAt}
        edge="end"
        onChange={(finishAt) => change({ finishAt })}
      />
    </>
  )
}

/** What a constraint names: a start at the beginning of its day, a finish at its end. */
function edgeOf(kind: ConstraintKind): 'start' | 'end' | null {
  if (kind === 'ASAP' || kind === 'ALAP') return null
  return kind === 'SNET' || kind === 'SNLT' || kind === 'MSO' ? 'start' : 'end'
}

function Constraint({ itemPlan: { plan }, model: { change, canWrite } }: PlanPartProps) {
  const timeZone = useTimeZone()
  const kind = plan.constraintKind ?? 'ASAP'
  const edge = edgeOf(kind)
  const handleKind = (value: string | null) => {
    const next = CONSTRAINT_KINDS.find((known) => known === value) ?? 'ASAP'
    const nextEdge = edgeOf(next)
    if (nextEdge === null) return change({ constraintKind: next === 'ASAP' ? null : next })
    // It is held where it lies, until another day is given.
    const on = dayOf(plan.constraintAt ?? plan.startAt ?? Date.now(), timeZone)
    const constraintAt = nextEdge === 'start' ? dayStart(on, timeZone) : dayEnd(on, timeZone)
    return change({ constraintKind: next, constraintAt })
  }
  return (
    <>
      <Select
        label={words.constraint}
        allowDeselect={false}
        disabled={!canWrite}
        data={CONSTRAINT_KINDS.map((each) => ({ value: each, label: words.constraints[each] }))}
        value={kind}
        onChange={handleKind}
      />
      {edge !== null && (
        <DayMoment
          label={words.constraintAt}
          at={plan.constraintAt}
          edge={edge}
          onChange={(constraintAt) => constraintAt !== null && change({ constraintAt })}
        />
      )}
    </>
  )
}
