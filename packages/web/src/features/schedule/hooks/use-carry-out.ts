import { useMemo } from 'react'
import {
  type Call,
  type Foreseen,
  useCommands,
  useDirectory,
  useStore,
} from '../../../platform/store/index.ts'
import { carryOut, type Hindrance, judgeSteps } from '../model/scenario/carry-out.ts'
import type { Scenario, ScenarioStep } from '../model/scenario/scenario.ts'
import { isChangedSince } from '../model/scenario/seen.ts'
import type { Standing } from '../model/scenario/what-if.ts'
import { textsScenario } from '../texts-scenario.ts'
import type { Scenarios } from './use-scenarios.ts'
import { useGroundTables } from './use-table.ts'

/** A step of a scenario as it stands beside the plan. */
export type StepState = {
  readonly step: ScenarioStep
  /** Why it cannot be carried out; null: it can. */
  readonly hindrance: Hindrance | null
  /** What core says against it. */
  readonly refusal: string | null
  /** Others have changed since what it changes. */
  readonly isChanged: boolean
}

/** What carrying out a scenario would do, and what of it cannot be carried out. */
export type CarryOut = {
  readonly states: readonly StepState[]
  readonly calls: readonly Call[]
  /** Everything that can be done is done at once; what cannot stays in the scenario. */
  readonly carryOut: () => Promise<void>
}

type Asked = {
  readonly containerId: string
  readonly scenario: Scenario
  readonly scenarios: Scenarios
  readonly standing: Standing
  readonly foreseen: Foreseen | null
}

/** How the open scenario would be carried out by whoever looks at it. */
export function useCarryOut({ containerId, scenario, scenarios, standing, foreseen }: Asked): CarryOut {
  const { pool } = useStore()
  const { runBatch } = useCommands()
  const { me, containers } = useDirectory()
  const isManager = containers.get(containerId)?.myRole === 'manager'
  const isOrganiser = me.orgRole === 'owner' || me.orgRole === 'admin'
  const tables = useGroundTables()
  const states = useMemo(() => {
    const refused = new Map(
      scenario.steps.map(({ id }, index) => [id, foreseen?.refused[index]?.sentence ?? null]),
    )
    const known = new Set([
      ...standing.rows.map(({ itemId }) => itemId),
      ...[...standing.plan.links, ...standing.plan.outside.links].map(({ id }) => id),
      ...tables.assignment.keys(),
      ...tables.resource.keys(),
      ...tables.calendar.keys(),
    ])
    const isRefused = (id: string) => (refused.get(id) ?? null) !== null
    return judgeSteps(scenario.steps, { known, isManager, isOrganiser, isRefused }).map(
      ({ step, hindrance }): StepState => ({
        ...{ step, hindrance, refusal: refused.get(step.id) ?? null },
        isChanged: isChangedSince(step.calls, step.seen, (kind, id) => pool.read(kind, id)),
      }),
    )
  }, [scenario, standing, tables, foreseen, isManager, isOrganiser, pool])
  const calls = useMemo(
    () => carryOut(states.filter(({ hindrance }) => hindrance === null).map(({ step }) => step)),
    [states],
  )
  return {
    ...{ states, calls },
    carryOut: async () => {
      const outcome = await runBatch(calls, { undoLabel: textsScenario.carriedOut(scenario.name) })
      const left = states.filter(({ hindrance }) => hindrance !== null).map(({ step }) => step)
      if (outcome.ok) scenarios.keepOnly(left)
    },
  }
}
