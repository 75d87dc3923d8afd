import { useKeys } from '../../../platform/use-keys.ts'
import { texts } from '../texts.ts'
import { textsScenario } from '../texts-scenario.ts'
import type { Scenarios } from './use-scenarios.ts'

/** Where people write in a scenario, undo takes back its steps: the plan itself is left alone. */
export function useStepKeys({ open, stepBack, stepForth }: Scenarios, isOn: boolean): void {
  const own = { group: texts.plan, isOn: () => isOn && open !== null } as const
  useKeys([
    { ...own, id: 'plan.scenario.undo', keys: 'mod+z', label: textsScenario.undo, run: stepBack },
    { ...own, id: 'plan.scenario.redo', keys: 'mod+shift+z', label: textsScenario.redo, run: stepForth },
  ])
}
