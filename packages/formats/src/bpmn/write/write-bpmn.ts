import type {
  BpmnContent,
  BpmnFlow,
  BpmnLane,
  BpmnMessageFlow,
  BpmnModel,
  BpmnNode,
  BpmnProcess,
} from '@millrace/core/process'
import { type XmlMarkup, xmlMarkup } from '../../xml/index.ts'
import { expressionMarkup } from './expression-markup.ts'
import { NAMESPACES } from './namespaces.ts'
import { nodeMarkup } from './node-markup.ts'
import { messageMarkup } from './service-markup.ts'

/**
 * A model as BPMN 2.0 XML, without a diagram. What is read from it again is the same model.
 *
 * @param id of the file's definitions
 */
export function writeBpmn(model: BpmnModel, id: string): string {
  const definitions: XmlMarkup = {
    name: 'bpmn:definitions',
    attributes: { ...NAMESPACES, id, targetNamespace: 'urn:millrace:process' },
    children: [
      ...model.messages.map(messageMarkup),
      ...named('bpmn:signal', model.signals),
      ...coded('bpmn:error', 'errorCode', model.errors),
      ...coded('bpmn:escalation', 'escalationCode', model.escalations),
      ...collaboration(model, id),
      ...model.processes.map(processMarkup),
    ],
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlMarkup(definitions)}\n`
}

function named(name: string, list: BpmnModel['signals']): readonly XmlMarkup[] {
  return list.map((one) => ({ name, attributes: { id: one.id, name: one.name || null } }))
}

function coded(name: string, attribute: string, list: BpmnModel['errors']): readonly XmlMarkup[] {
  return list.map((one) => ({
    name,
    attributes: { id: one.id, name: one.name || null, [attribute]: one.code },
  }))
}

/** Messages go between pools, one for each process. */
function collaboration({ processes, messageFlows }: BpmnModel, id: string): readonly XmlMarkup[] {
  if (messageFlows.length === 0) return []
  const poolOf = new Map(processes.map((process, place) => [process.id, `${id}_pool_${place + 1}`]))
  const pools = processes.map((process) => ({
    name: 'bpmn:participant',
    attributes: {
      ...{ id: poolOf.get(process.id) ?? null, name: process.name || null },
      processRef: process.id,
    },
  }))
  const flows = messageFlows.map((flow: BpmnMessageFlow) => ({
    name: 'bpmn:messageFlow',
    attributes: {
      id: flow.id,
      sourceRef: poolOf.get(flow.sourceId) ?? flow.sourceId,
      targetRef: poolOf.get(flow.targetId) ?? flow.targetId,
      messageRef: flow.messageId,
    },
  }))
  return [{ name: 'bpmn:collaboration', attributes: { id: `${id}_pools` }, children: [...pools, ...flows] }]
}

function processMarkup(process: BpmnProcess): XmlMarkup {
  const lanes = process.lanes.map(laneMarkup)
  return {
    name: 'bpmn:process',
    attributes: {
      ...{ id: process.id, name: process.name || null },
      isExecutable: String(process.isExecutable),
    },
    children: [
      ...(lanes.length > 0
        ? [{ name: 'bpmn:laneSet', attributes: { id: `${process.id}_lanes` }, children: lanes }]
        : []),
      ...contentMarkup(process),
    ],
  }
}

function laneMarkup({ id, name, nodeIds }: BpmnLane): XmlMarkup {
  return {
    name: 'bpmn:lane',
    attributes: { id, name: name || null },
    children: nodeIds.map((text) => ({ name: 'bpmn:flowNodeRef', text })),
  }
}

/** Deep nesting is refused by the reader; models that are written here come from it or from us. */
function contentMarkup({ nodes, flows, associations }: BpmnContent): readonly XmlMarkup[] {
  return [
    ...nodes.map((node) => placedNode(node, flows)),
    ...flows.map(flowMarkup),
    ...associations.map(({ sourceId, targetId }) => ({
      name: 'bpmn:association',
      attributes: {
        ...{ id: `${sourceId}_${targetId}`, associationDirection: 'One' },
        ...{ sourceRef: sourceId, targetRef: targetId },
      },
    })),
  ]
}

function placedNode(node: BpmnNode, flows: readonly BpmnFlow[]): XmlMarkup {
  return nodeMarkup(node, {
    incoming: flows.filter(({ targetId }) => targetId === node.id).map(({ id }) => id),
    outgoing: flows.filter(({ sourceId }) => sourceId === node.id).map(({ id }) => id),
    content: node.content ? contentMarkup(node.content) : [],
  })
}

function flowMarkup({ id, name, sourceId, targetId, condition }: BpmnFlow): XmlMarkup {
  return {
    name: 'bpmn:sequenceFlow',
    attributes: { id, name: name || null, sourceRef: sourceId, targetRef: targetId },
    children: expressionMarkup('bpmn:conditionExpression', condition),
  }
}
