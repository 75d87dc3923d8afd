import type { PlanRowView, PlanView } from '@millrace/contract'
import { useState } from 'react'
import { wordsOf } from '../../../../platform/refused.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { dayStart } from '../../../../platform/time-zone.ts'
import {
  Alert,
  Button,
  DayField,
  Modal,
  Progress,
  SegmentedControl,
  useTimeZone,
  useToday,
} from '../../../../ui/index.ts'
import { useLevelling } from '../../hooks/use-levelling.ts'
import { usePlanPool } from '../../hooks/use-plan-pool.ts'
import { type Kept, keptNow, keptOf } from '../../model/level/kept-levelling.ts'
import { levelInputOf } from '../../model/level/level-input-of.ts'
import { textsLevel } from '../../texts-level.ts'
import styles from './level-dialog.module.css'
import { LevelPreview } from './level-preview.tsx'
import { ProgressWords } from './progress-words.tsx'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly onClose: () => void
}

const BUDGETS_MS = { short: 2_000, usual: 10_000, long: 60_000 } as const
type Budget = keyof typeof BUDGETS_MS
const BUDGETS: readonly Budget[] = ['short', 'usual', 'long']

/** Levels a plan: a search that shows how far it is, and what it would move and why, before anything is kept. */
export function LevelDialog({ plan, rows, containerId, onClose }: Props) {
  const { runBatch } = useCommands()
  const timeZone = useTimeZone()
  const today = useToday()
  const [budget, setBudget] = useState<Budget>('usual')
  const [staysBefore, setStaysBefore] = useState(today)
  const { state, start, stop } = useLevelling()
  const pool = usePlanPool({ plan, rows, containerId })
  const levelled = rows.filter((row) => row.levelledAt !== null)
  const keep = ({ items, assignments }: Kept, undoLabel: string) => {
    if (items.length + assignments.length > 0) {
      const call = callOf('schedule.setLevelling', { containerId, items, assignments })
      const back = callOf('schedule.setLevelling', {
        containerId,
        ...keptNow(plan, rows, { items, assignments }),
      })
      void runBatch([call], { undoLabel, back: [back] })
    }
    onClose()
  }
  const handleStart = () => {
    const frozenUntil = dayStart(staysBefore, timeZone)
    const asked = { rows, links: plan.links, pool, frozenUntil }
    start(levelInputOf({ ...plan, timeZone }, asked), BUDGETS_MS[budget])
  }
  const handleClear = () =>
    keep(
      { items: levelled.map(({ itemId }) => ({ itemId, levelledAt: null })), assignments: [] },
      textsLevel.cleared,
    )
  const isRunning = state.kind === 'running'
  const refused = state.kind === 'refused' ? wordsOf(state.refusal.code, state.refusal.params ?? {}) : null
  return (
    <Modal opened onClose={onClose} title={textsLevel.title} size={880}>
      <p className={styles.explain}>{textsLevel.explain}</p>
      {pool.pooled.assignments.length === 0 ? (
        <p className={styles.explain}>{textsLevel.nobody}</p>
      ) : (
        <div className={styles.form}>
          <DayField
            label={textsLevel.stays}
            value={staysBefore}
            onChange={(day) => setStaysBefore(day ?? today)}
          />
          <SegmentedControl
            size="xs"
            aria-label={textsLevel.budget}
            value={budget}
            onChange={(value) => setBudget(BUDGETS.find((known) => known === value) ?? budget)}
            data={BUDGETS.map((value) => ({ value, label: textsLevel.budgets[value] }))}
          />
          {isRunning ? (
            <Button size="xs" variant="default" onClick={stop}>
              {textsLevel.stop}
            </Button>
          ) : (
            <Button size="xs" variant={state.kind === 'done' ? 'default' : 'filled'} onClick={handleStart}>
              {state.kind === 'done' ? textsLevel.again : textsLevel.start}
            </Button>
          )}
        </div>
      )}
      {refused && (
        <Alert color="red" title={textsLevel.refused} role="alert">
          {refused.sentence} {refused.remedy}
        </Alert>
      )}
      {isRunning && (
        <div role="status">
          <Progress value={state.share * 100} size="sm" aria-label={textsLevel.running} />
          {state.progress && <ProgressWords progress={state.progress} rows={rows} />}
        </div>
      )}
      {state.kind === 'done' && <LevelPreview plans={state.plans} plan={plan} rows={rows} pool={pool} />}
      <div className={styles.buttons}>
        {levelled.length > 0 && (
          <Button variant="subtle" onClick={handleClear}>
            {textsLevel.clear}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {textsLevel.close}
        </Button>
        <Button
          disabled={state.kind !== 'done'}
          onClick={() => {
            if (state.kind === 'done') keep(keptOf(plan, rows, state.plans), textsLevel.undo)
          }}
        >
          {textsLevel.accept}
        </Button>
      </div>
    </Modal>
  )
}
