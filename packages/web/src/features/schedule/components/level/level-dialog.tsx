import type { PlanRowView, PlanView } from '@millrace/contract'
import { useState } from 'react'
import { useEntity, useItems } from '../../../../platform/store/index.ts'
import { dayStart } from '../../../../platform/time-zone.ts'
import { Button, Modal, useTimeZone, useToday } from '../../../../ui/index.ts'
import { useLevelParts } from '../../hooks/use-level-parts.ts'
import { useLevelling } from '../../hooks/use-levelling.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { usePlanPool } from '../../hooks/use-plan-pool.ts'
import { type LevelCalls, levellingCalls, unlevellingCalls } from '../../model/level/level-calls.ts'
import { levelInputOf } from '../../model/level/level-input-of.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './level-dialog.module.css'
import { budgetOf, type LevelChoice, LevelForm } from './level-form.tsx'
import { LevelOutcome } from './level-outcome.tsx'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly onClose: () => void
}

/** Levels plans: a search that shows how far it is, and what it would move and why, before anything is kept. */
export function LevelDialog({ plan, rows, containerId, onClose }: Props) {
  const { write, scenario } = usePlanDoor(containerId)
  const timeZone = useTimeZone()
  const today = useToday()
  const name = useEntity('container', containerId)?.name ?? ''
  const worth = useItems({ containerId })
  const pool = usePlanPool({ plan, rows, containerId })
  const outside = usePlanAnswer('schedule.getOutsideWork', { containerId })
  // What other projects do is not part of a what-if: their work counts, and stays where it is.
  const others = scenario === null ? (outside.answer?.projects ?? []) : []
  const isKnown = outside.answer !== undefined || outside.error !== null
  const loadOthers = useLevelParts()
  const { state, start, stop } = useLevelling()
  const [choice, setChoice] = useState<LevelChoice>({
    ...{ budget: 'usual', staysBefore: today, isByPriority: true },
    weights: new Map([[containerId, 'usual']]),
  })
  const levelled = rows.filter((row) => row.levelledAt !== null)
  const keep = ({ calls, back }: LevelCalls, undoLabel: string) => {
    if (calls.length > 0) void write(calls, { undoLabel, back })
    onClose()
  }
  const handleStart = () => {
    const weightOf = (id: string) => choice.weights.get(id)
    const own: LevelPart = {
      ...{ containerId, name, plan, rows, pool, worth },
      weight: weightOf(containerId) ?? 'usual',
    }
    const asked = others.flatMap((project) => {
      const weight = weightOf(project.containerId)
      return weight === undefined ? [] : [{ project, weight }]
    })
    const frozenUntil = dayStart(choice.staysBefore, timeZone)
    void start(async () => {
      const parts = [own, ...(await loadOthers(asked))]
      return { parts, input: levelInputOf(parts, { ...choice, timeZone, frozenUntil }) }
    }, budgetOf(choice.budget))
  }
  const handleAccept = () => {
    if (state.kind !== 'done') return
    const { parts, plans } = state
    const undoLabel = parts.length > 1 ? textsShared.undo(parts.length) : textsLevel.undo
    keep(levellingCalls(parts, plans), undoLabel)
  }
  const isRunning = state.kind === 'running'
  return (
    <Modal opened onClose={onClose} title={textsLevel.title} size={880}>
      <p className={styles.explain}>{textsLevel.explain}</p>
      {pool.pooled.assignments.length === 0 ? (
        <p className={styles.explain}>{textsLevel.nobody}</p>
      ) : (
        <LevelForm
          {...{ choice, others, today }}
          onChoice={setChoice}
          own={{ containerId, name }}
          hasNameless={pool.outside.some(({ title }) => title === null)}
        >
          {isRunning ? (
            <Button size="xs" variant="default" onClick={stop}>
              {textsLevel.stop}
            </Button>
          ) : (
            <Button
              size="xs"
              variant={state.kind === 'done' ? 'default' : 'filled'}
              disabled={!isKnown}
              onClick={handleStart}
            >
              {state.kind === 'done' ? textsLevel.again : textsLevel.start}
            </Button>
          )}
        </LevelForm>
      )}
      <LevelOutcome state={state} rows={rows} />
      <div className={styles.buttons}>
        {levelled.length > 0 && (
          <Button
            variant="subtle"
            onClick={() => keep(unlevellingCalls(containerId, levelled), textsLevel.cleared)}
          >
            {textsLevel.clear}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {textsLevel.close}
        </Button>
        <Button disabled={state.kind !== 'done'} onClick={handleAccept}>
          {textsLevel.accept}
        </Button>
      </div>
    </Modal>
  )
}
