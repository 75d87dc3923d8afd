import { refuse, type Unit } from '../../../platform/commands/index.ts'
import type { Compiled } from '../graphs.ts'
import { DecisionShelf } from './decision-shelf.ts'

/** A version that is about to be published, and which of the inputs asked for it. */
export type Publishing = {
  readonly processId: string
  readonly compiled: Compiled
  readonly index: number
}

/** A version whose tasks ask for decisions that are not there is not published. */
export async function checkRuleTasks(unit: Unit, publishing: readonly Publishing[]): Promise<void> {
  const asking = publishing.flatMap(({ processId, compiled, index }) =>
    compiled.graph.nodes
      .filter(({ type }) => type === 'businessRuleTask')
      .map(({ id, name, work }) => ({ processId, index, element: name || id, work })),
  )
  if (asking.length === 0) return
  const processIds = [...new Set(asking.map(({ processId }) => processId))]
  const shelf = await DecisionShelf.load(unit.tx, unit.organisationId, processIds)
  for (const { processId, index, element, work } of asking) {
    const { decisionRef: key, decisionBinding: binding } = work
    if (key === null) return refuse('process.decision_unnamed', { element }, index)
    if (shelf.find(processId, { key, binding, deployedAt: unit.now }) !== null) continue
    refuse('process.decision_missing', { element, key }, index)
  }
}
