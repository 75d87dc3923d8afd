import type { PlanRowView } from '@millrace/contract'
import { useCommands } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { Button, formatDay, useTimeZone } from '../../../ui/index.ts'
import { spanOf } from '../model/outline.ts'
import { callsOf, type Scenario, sizeOf } from '../model/scenario.ts'
import { textsScenario } from '../texts-scenario.ts'
import styles from './schedule.module.css'

type Props = {
  readonly scenario: Scenario
  /** As they stand, and as they would. */
  readonly before: readonly PlanRowView[]
  readonly after: readonly PlanRowView[]
  readonly containerId: string
  readonly onDrop: () => void
}

/** What the scenario that is open changes, against the plan as it stands; carrying it out, or dropping it. */
export function ScenarioBar({ scenario, before, after, containerId, onDrop }: Props) {
  const { runBatch } = useCommands()
  const timeZone = useTimeZone()
  const size = sizeOf(scenario)
  const moved = after.filter((row, index) => !row.isSummary && row.finishAt !== before[index]?.finishAt)
  const day = (rows: readonly PlanRowView[]) => {
    const { finishAt } = spanOf(rows, null)
    return finishAt === null ? '–' : formatDay(dayOf(finishAt - 1, timeZone))
  }
  const handleKeep = async () => {
    const calls = callsOf(scenario, { rows: before, containerId, timeZone })
    const outcome = await runBatch(calls, { undoLabel: textsScenario.kept })
    if (outcome.ok) onDrop()
  }
  return (
    <div className={styles.scenario} role="status" aria-label={textsScenario.title}>
      <b>{textsScenario.title}</b>
      {size === 0 ? (
        <span>{textsScenario.hint}</span>
      ) : (
        <>
          <span>{textsScenario.changes(size)}</span>
          <span>{textsScenario.finish(day(before), day(after))}</span>
          <span>{textsScenario.moved(moved.length)}</span>
        </>
      )}
      <span className={styles.toolsEnd}>
        <Button size="xs" variant="default" onClick={onDrop}>
          {textsScenario.drop}
        </Button>
        <Button size="xs" disabled={size === 0} onClick={() => void handleKeep()}>
          {textsScenario.keep}
        </Button>
      </span>
    </div>
  )
}
