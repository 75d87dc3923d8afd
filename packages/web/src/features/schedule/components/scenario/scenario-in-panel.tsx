import { useScenarios } from '../../hooks/use-scenarios.ts'
import { useStepKeys } from '../../hooks/use-step-keys.ts'
import { textsScenario } from '../../texts-scenario.ts'
import { ScenarioNote } from './scenario-note.tsx'

type Props = { readonly containerId: string }

/** Beside an item: what is changed here goes into the scenario that is open, and is taken back there. */
export function ScenarioInPanel({ containerId }: Props) {
  const scenarios = useScenarios(containerId)
  useStepKeys(scenarios, true)
  return scenarios.open && <ScenarioNote words={textsScenario.inPanel(scenarios.open.name)} />
}
