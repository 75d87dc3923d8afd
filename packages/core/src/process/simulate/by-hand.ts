import type { CompileExpression } from '../engine/compile-process.ts'
import type { BpmnContent, BpmnFlow, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'

/** The language of conditions that whoever tries a model answers. */
const BY_HAND = 'by-hand'
/** Said of a choice that nobody has made yet. */
export const UNDECIDED = 'simulation.undecided'

/** Which ways out of an element are taken, by the id of the element. */
export type Choices = ReadonlyMap<string, ReadonlySet<string>>

/** The same model with conditions that are asked of whoever tries it. */
export function askByHand(model: BpmnModel): BpmnModel {
  return {
    ...model,
    processes: model.processes.map((process) => ({ ...process, ...contentByHand(process) })),
  }
}

function contentByHand(content: BpmnContent): Pick<BpmnContent, 'nodes' | 'flows'> {
  const choosing = content.nodes.filter((node) => chooses(node, content.flows))
  const conditions = new Map(choosing.flatMap((node) => conditionsOf(node, content.flows)))
  return {
    nodes: content.nodes.map((node) =>
      node.content ? { ...node, content: { ...node.content, ...contentByHand(node.content) } } : node,
    ),
    flows: content.flows.map((flow) => {
      const text = conditions.get(flow.id)
      return text === undefined ? flow : { ...flow, condition: { text, language: BY_HAND } }
    }),
  }
}

/** What stands in place of the conditions of an element; the last to be asked ends what was chosen there. */
function conditionsOf(
  { id, type, defaultFlowId }: BpmnNode,
  flows: readonly BpmnFlow[],
): readonly (readonly [flowId: string, text: string])[] {
  const asked = flows.filter((flow) => flow.sourceId === id && flow.id !== defaultFlowId)
  return asked.map((flow, place) => {
    const end = place === asked.length - 1 ? 'last' : type === 'exclusiveGateway' ? 'taken' : 'never'
    return [flow.id, `${id} ${flow.id} ${end}`]
  })
}

/** Whether ways part there by conditions. */
function chooses({ id, type }: BpmnNode, flows: readonly BpmnFlow[]): boolean {
  const outward = flows.filter(({ sourceId }) => sourceId === id)
  if (outward.length < 2 || type === 'parallelGateway' || type === 'eventBasedGateway') return false
  return type.endsWith('Gateway') || outward.some(({ condition }) => condition !== null)
}

/** Expressions of a model of which the choices are answered from what was chosen: each choice once. */
export function withChoices(compileExpression: CompileExpression, choices: Choices): CompileExpression {
  const open = new Map(choices)
  return (written) => {
    if (written.language !== BY_HAND) return compileExpression(written)
    const [at = '', flowId = '', end] = written.text.split(' ')
    return {
      ok: true,
      expression: () => {
        const chosen = open.get(at)
        if (chosen === undefined) return { ok: false, fault: UNDECIDED }
        const value = chosen.has(flowId)
        if (end === 'last' || (end === 'taken' && value)) open.delete(at)
        return { ok: true, value }
      },
    }
  }
}
