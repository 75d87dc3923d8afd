import type { BpmnContent, BpmnEventDefinition, BpmnModel, BpmnNode } from '../model/bpmn-model.ts'
import type { ProcessFinding } from './finding.ts'
import { isActivity, nodesWithin, type Part } from './part.ts'

/** Events that are waited for in vain. */
export function eventFindings(part: Part, model: BpmnModel): readonly ProcessFinding[] {
  return part.content.nodes.flatMap((node) => {
    if (node.isEventSubProcess && node.content) return ofEventSubProcess(part, { node, model })
    const host = node.attachedToId === null ? undefined : part.nodeOf(node.attachedToId)
    return host?.content ? neverThrown(node, { within: host.content, model, exceptId: '' }) : []
  })
}

type Looked = { readonly node: BpmnNode; readonly model: BpmnModel }

function ofEventSubProcess(part: Part, { node, model }: Looked): readonly ProcessFinding[] {
  const inner = node.content?.nodes ?? []
  if (!inner.some((one) => isActivity(one) || one.type === 'intermediateThrowEvent'))
    return [{ at: node.id, rule: 'empty-event-sub-process', weight: 'hint', detail: '' }]
  const within = part.content
  return inner
    .filter(({ type }) => type === 'startEvent')
    .flatMap((start) =>
      // What is completed in the process as a whole is undone by nobody.
      start.events[0]?.kind === 'compensate' && part.owner === null
        ? [never(start)]
        : neverThrown(start, { within, model, exceptId: node.id }),
    )
}

type Listened = { readonly within: BpmnContent; readonly model: BpmnModel; readonly exceptId: string }

/** An error or an escalation that nobody in there can throw: no work that may fail, no event of that code. */
function neverThrown(catching: BpmnNode, { within, model, exceptId }: Listened): readonly ProcessFinding[] {
  const [event] = catching.events
  if (event?.kind !== 'error' && event?.kind !== 'escalation') return []
  const others = { ...within, nodes: within.nodes.filter(({ id }) => id !== exceptId) }
  const canCome = nodesWithin(others).some(
    (node) => mayFail(node) || node.events.some((thrown) => isThrownBy(node, { thrown, event, model })),
  )
  return canCome ? [] : [never(catching)]
}

function never({ id }: BpmnNode): ProcessFinding {
  return { at: id, rule: 'never-triggered', weight: 'warning', detail: '' }
}

const FAILING: ReadonlySet<BpmnNode['type']> = new Set([
  ...(['task', 'userTask', 'manualTask', 'serviceTask', 'businessRuleTask', 'callActivity'] as const),
])

function mayFail({ type }: BpmnNode): boolean {
  return FAILING.has(type)
}

type Thrown = {
  readonly thrown: BpmnEventDefinition
  readonly event: Extract<BpmnEventDefinition, { readonly kind: 'error' | 'escalation' }>
  readonly model: BpmnModel
}

function isThrownBy(node: BpmnNode, { thrown, event, model }: Thrown): boolean {
  const isThrowing = node.type === 'endEvent' || node.type === 'intermediateThrowEvent'
  if (!isThrowing || (thrown.kind !== 'error' && thrown.kind !== 'escalation')) return false
  if (thrown.kind !== event.kind) return false
  return event.refId === null || codeOf(model, event) === codeOf(model, thrown)
}

function codeOf({ errors, escalations }: BpmnModel, { kind, refId }: Thrown['event']): string | null {
  const known = kind === 'error' ? errors : escalations
  return known.find(({ id }) => id === refId)?.code ?? refId
}
