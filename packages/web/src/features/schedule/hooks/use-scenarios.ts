import { useMemo, useSyncExternalStore } from 'react'
import { newId } from '../../../platform/new-id.ts'
import {
  openOn,
  type Scenario,
  type ScenarioStep,
  type Shelf,
  stepBack,
  stepForth,
  withNew,
  withOnly,
  withOpen,
  withoutStep,
} from '../model/scenario/scenario.ts'
import { scenarioShelf } from '../model/scenario/scenario-shelf.ts'

/** What is done with the scenarios of a plan besides writing in them. */
export type Scenarios = {
  readonly all: readonly Scenario[]
  readonly open: Scenario | null
  readonly begin: (name: string) => void
  /** Opens one; null: back to the plan, and the scenario stays as it is. */
  readonly show: (id: string | null) => void
  readonly rename: (name: string) => void
  readonly stepBack: () => void
  readonly stepForth: () => void
  readonly removeStep: (stepId: string) => void
  /** Of the open one only some steps stay; without any it is taken away. */
  readonly keepOnly: (steps: readonly ScenarioStep[]) => void
  /** Takes the open one away. */
  readonly drop: () => void
}

/** The scenarios of a plan. */
export function useScenarios(containerId: string): Scenarios {
  const shelf = useShelf(containerId)
  return useMemo(() => {
    const change = (make: (before: Shelf) => Shelf) => scenarioShelf.change(containerId, make)
    const changeOpen = (make: (before: Scenario) => Scenario | null) =>
      change((before) => withOpen(before, make))
    return {
      all: shelf.scenarios,
      open: openOn(shelf),
      begin: (name) => change((before) => withNew(before, { id: newId(), name })),
      show: (openId) => change((before) => ({ ...before, openId })),
      rename: (name) => changeOpen((scenario) => ({ ...scenario, name })),
      stepBack: () => changeOpen(stepBack),
      stepForth: () => changeOpen(stepForth),
      removeStep: (stepId) => changeOpen((scenario) => withoutStep(scenario, stepId)),
      keepOnly: (steps) => changeOpen((scenario) => withOnly(scenario, steps)),
      drop: () => changeOpen(() => null),
    }
  }, [containerId, shelf])
}

/** What lies on the shelf of a plan. */
export function useShelf(containerId: string): Shelf {
  return useSyncExternalStore(scenarioShelf.subscribe, () => scenarioShelf.of(containerId))
}
