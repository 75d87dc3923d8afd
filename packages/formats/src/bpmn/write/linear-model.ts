import {
  type BpmnAssignment,
  type BpmnFlow,
  type BpmnModel,
  type BpmnNode,
  type BpmnNodeType,
  type BpmnProcess,
  NO_ASSIGNMENT,
  NO_WORK,
} from '@millrace/core/process'
import { drawBpmn } from '../layout/draw-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

/** A step of a plain run. */
export type LinearStep = Partial<BpmnAssignment> & {
  /** As XML has ids: it begins with a letter or `_`. */
  readonly id: string
  readonly name: string
  /** What is not said is work that somebody does in Millrace. */
  readonly kind?: 'userTask' | 'manualTask' | 'task'
}

/** Steps that are done one after the other. */
export type LinearModel = {
  readonly id: string
  readonly name: string
  readonly steps: readonly LinearStep[]
}

/**
 * A plain run of steps as complete BPMN 2.0 XML with its diagram: it begins, each step follows the one before, and
 * it ends. Long runs are drawn in rows.
 *
 * @throws never for ids that XML allows and that differ from each other; `start_`, `end_` and `flow_` with the id of
 *   the process are taken
 */
export function writeLinearModel(linear: LinearModel): string {
  const drawn = drawBpmn(writeBpmn(modelOfLinear(linear), `definitions_${linear.id}`))
  if (!drawn.ok) throw new Error(`A written model is not read: ${drawn.refusal.code}`)
  return drawn.value
}

function modelOfLinear({ id, name, steps }: LinearModel): BpmnModel {
  const nodes = [
    bareNode('startEvent', { id: `start_${id}`, name: '' }),
    ...steps.map(stepNode),
    bareNode('endEvent', { id: `end_${id}`, name: '' }),
  ]
  const flows = nodes.slice(1).map((target, place): BpmnFlow => {
    const sourceId = nodes[place]?.id ?? ''
    return { id: `flow_${id}_${place + 1}`, name: '', sourceId, targetId: target.id, condition: null }
  })
  const process: BpmnProcess = { id, name, isExecutable: true, lanes: [], nodes, flows, associations: [] }
  return {
    ...{ processes: [process], messages: [], signals: [], errors: [], escalations: [] },
    messageFlows: [],
  }
}

function stepNode({ id, name, kind = 'userTask', ...said }: LinearStep): BpmnNode {
  const assignment = { ...NO_ASSIGNMENT, ...said }
  return { ...bareNode(kind, { id, name }), work: { ...NO_WORK, assignment } }
}

/** An element of which only what it is and its name is said. */
export function bareNode(
  type: BpmnNodeType,
  { id, name }: { readonly id: string; readonly name: string },
): BpmnNode {
  return {
    ...{ id, name, type, events: [], attachedToId: null, isInterrupting: true, defaultFlowId: null },
    ...{ isForCompensation: false, loop: null, content: null, isEventSubProcess: false, adHoc: null },
    ...{ isInstantiating: false, messageId: null, activation: null, work: NO_WORK },
  }
}
