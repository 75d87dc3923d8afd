import type { BpmnFlow, BpmnNode } from '../model/bpmn-model.ts'
import type { ProcessFinding } from './finding.ts'
import type { Part } from './part.ts'

/** Whether ways part and meet so that everybody sees how. */
export function gatewayFindings(part: Part): readonly ProcessFinding[] {
  return part.content.nodes.flatMap((node) => {
    const gateway: Gateway = { node, inward: part.incoming(node.id), outward: part.outgoing(node.id) }
    return node.type.endsWith('Gateway') ? [...shapeOf(gateway), ...choiceOf(gateway)] : defaultOf(gateway)
  })
}

type Gateway = {
  readonly node: BpmnNode
  readonly inward: readonly BpmnFlow[]
  readonly outward: readonly BpmnFlow[]
}

function shapeOf({ node, inward, outward }: Gateway): readonly ProcessFinding[] {
  const finding = { at: node.id, weight: 'hint', detail: '' } as const
  if (inward.length > 1 && outward.length > 1) return [{ ...finding, rule: 'joins-and-splits' }]
  if (inward.length === 1 && outward.length === 1) return [{ ...finding, rule: 'gateway-without-choice' }]
  return []
}

function choiceOf(gateway: Gateway): readonly ProcessFinding[] {
  const { node, outward } = gateway
  const isByCondition = node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway'
  if (!isByCondition) return ignoredConditions(outward)
  if (outward.length < 2) return []
  return [...missingConditions(gateway), ...defaultOf(gateway)]
}

function ignoredConditions(outward: readonly BpmnFlow[]): readonly ProcessFinding[] {
  return outward
    .filter(({ condition }) => condition !== null)
    .map(({ id }) => ({ at: id, rule: 'condition-ignored', weight: 'warning', detail: '' }))
}

function missingConditions({ node, outward }: Gateway): readonly ProcessFinding[] {
  const open = outward.filter(({ id, condition }) => condition === null && id !== node.defaultFlowId)
  const hasDefault = outward.some(({ id }) => id === node.defaultFlowId)
  const findings = open.map(
    ({ id }): ProcessFinding => ({ at: id, rule: 'flow-without-condition', weight: 'warning', detail: '' }),
  )
  if (hasDefault || open.length > 0) return findings
  return [{ at: node.id, rule: 'no-default', weight: 'warning', detail: '' }]
}

/** The flow that is taken when no condition holds needs none itself. */
function defaultOf({ node, outward }: Gateway): readonly ProcessFinding[] {
  return outward
    .filter(({ id, condition }) => id === node.defaultFlowId && condition !== null)
    .map(({ id }) => ({ at: id, rule: 'default-with-condition', weight: 'hint', detail: '' }))
}
