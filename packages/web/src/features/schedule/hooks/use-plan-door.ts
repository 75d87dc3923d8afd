import { useCallback, useMemo } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { Refused } from '../../../platform/refused.ts'
import {
  type Call,
  type Outcome,
  type RunOptions,
  useCommands,
  useStore,
} from '../../../platform/store/index.ts'
import { notifications } from '../../../ui/index.ts'
import { holds, openOn, type Scenario, withOpen, withStep } from '../model/scenario/scenario.ts'
import { scenarioShelf } from '../model/scenario/scenario-shelf.ts'
import { seenOf } from '../model/scenario/seen.ts'
import { textsScenario } from '../texts-scenario.ts'
import { useShelf } from './use-scenarios.ts'

/** Through which everything that changes a plan is written: into the plan, or into the scenario that is open. */
export type PlanDoor = {
  /** Null: what is written changes the plan itself. */
  readonly scenario: Scenario | null
  /** One step that can be taken back. What a scenario cannot hold is refused, and said so. */
  readonly write: (calls: readonly Call[], options: WriteOptions) => Promise<Outcome>
  /** Why what a scenario cannot hold is not to be had now; null: it is. */
  readonly closed: string | null
}

export type WriteOptions = RunOptions & { readonly undoLabel: string }

/** The door of a plan. */
export function usePlanDoor(containerId: string): PlanDoor {
  const store = useStore()
  const { runBatch } = useCommands()
  const scenario = openOn(useShelf(containerId))
  const write = useCallback(
    async (calls: readonly Call[], options: WriteOptions): Promise<Outcome> => {
      const open = openOn(scenarioShelf.of(containerId))
      if (!open) return await runBatch(calls, options)
      const steps = [...open.steps.map((step) => step.calls), calls]
      const refused = whyNot(calls, containerId) ?? store.foresee(steps).refused.at(-1)
      if (refused) {
        if (options.isSilent !== true) tell(refused)
        return { ok: false, refused }
      }
      const seen = seenOf(calls, (kind, id) => store.pool.read(kind, id))
      const step = { id: newId(), label: options.undoLabel, calls, seen }
      scenarioShelf.change(containerId, (shelf) => withOpen(shelf, (before) => withStep(before, step)))
      return { ok: true, results: [] }
    },
    [containerId, runBatch, store],
  )
  return useMemo(
    () => ({
      scenario,
      write,
      closed: scenario === null ? null : textsScenario.closed(scenario.name),
    }),
    [scenario, write],
  )
}

function whyNot(calls: readonly Call[], containerId: string): Refused | null {
  if (calls.every((call) => holds(call, containerId))) return null
  return new Refused({
    code: 'schedule.scenario_holds_not',
    params: {},
    sentence: textsScenario.holdsNot,
    remedy: textsScenario.holdsNotRemedy,
    status: 422,
  })
}

function tell({ sentence, remedy }: Refused): void {
  notifications.show({ kind: 'problem', durationMs: 12_000, title: sentence, message: remedy })
}
