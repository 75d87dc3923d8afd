import { err, ok, type Result } from '@millrace/core/kernel'
import type {
  BpmnContent,
  BpmnFlow,
  BpmnLane,
  BpmnMessage,
  BpmnMessageFlow,
  BpmnModel,
  BpmnNode,
  BpmnProcess,
} from '@millrace/core/process'
import { child, childrenOf, readXmlTree, type XmlElement } from '../xml/index.ts'
import { BPMN_TREE, PROCESSES_MAX } from './limits.ts'
import { readExpression, readNode, type SharedEvents } from './read-node.ts'
import { referenceOf } from './written.ts'

/**
 * Reads a BPMN 2.0 file as far as it is executed. References are those of the file: whether they lead anywhere is
 * asked when a process is compiled.
 *
 * @returns the model; or refused as XML is, or by one of `BPMN_REFUSAL_CODES`
 * @see BPMN 2.0.2, clause 15 (exchange formats)
 */
export function readBpmn(bytes: Uint8Array): Result<BpmnModel> {
  const tree = readXmlTree(bytes, BPMN_TREE)
  if (!tree.ok) return tree
  const root = tree.value
  if (root.name !== 'definitions')
    return err({ code: 'bpmn.no_definitions', params: { name: root.name.slice(0, 60) } })
  if (childrenOf(root, 'process').length > PROCESSES_MAX)
    return err({ code: 'bpmn.too_many_processes', params: { limit: PROCESSES_MAX } })
  return ok(modelOf(root))
}

function modelOf(root: XmlElement): BpmnModel {
  const named = (name: string) =>
    childrenOf(root, name).map(({ attributes }) => ({ id: attributes.id ?? '', name: attributes.name ?? '' }))
  const coded = (name: string, attribute: string) =>
    childrenOf(root, name).map(({ attributes }) => ({
      ...{ id: attributes.id ?? '', name: attributes.name ?? '' },
      code: attributes[attribute] || null,
    }))
  const shared: SharedEvents = new Map(
    root.children
      .filter(({ name }) => name.endsWith('EventDefinition'))
      .map((element) => [element.attributes.id ?? '', element]),
  )
  return {
    processes: childrenOf(root, 'process').map((process) => readProcess(process, shared)),
    messages: childrenOf(root, 'message').map(readMessage),
    signals: named('signal'),
    errors: coded('error', 'errorCode'),
    escalations: coded('escalation', 'escalationCode'),
    messageFlows: childrenOf(root, 'collaboration').flatMap(readMessageFlows),
  }
}

/** Our own `subscription`, which is written as Zeebe's is. */
function readMessage({ attributes, children }: XmlElement): BpmnMessage {
  const extensions = children.find(({ name }) => name === 'extensionElements')
  const key = child(extensions, 'subscription')?.attributes.correlationKey?.trim() ?? ''
  return {
    ...{ id: attributes.id ?? '', name: attributes.name ?? '' },
    correlationKey: key === '' ? null : { text: key, language: null },
  }
}

function readMessageFlows(collaboration: XmlElement): readonly BpmnMessageFlow[] {
  // A pool stands for its process.
  const processOf = new Map(
    childrenOf(collaboration, 'participant').map(({ attributes }) => [
      attributes.id ?? '',
      referenceOf(attributes.processRef),
    ]),
  )
  const endOf = (written: string | undefined) => {
    const id = referenceOf(written) ?? ''
    return processOf.get(id) ?? id
  }
  return childrenOf(collaboration, 'messageFlow').map(({ attributes }) => ({
    id: attributes.id ?? '',
    sourceId: endOf(attributes.sourceRef),
    targetId: endOf(attributes.targetRef),
    messageId: referenceOf(attributes.messageRef),
  }))
}

function readProcess(element: XmlElement, shared: SharedEvents): BpmnProcess {
  const { attributes } = element
  return {
    ...{ id: attributes.id ?? '', name: attributes.name ?? '' },
    isExecutable: attributes.isExecutable === 'true',
    lanes: childrenOf(element, 'laneSet').flatMap(readLanes),
    ...readContent(element, shared),
  }
}

/** The innermost lanes first: those within say more. */
function readLanes(set: XmlElement): readonly BpmnLane[] {
  return childrenOf(set, 'lane').flatMap((lane) => {
    const inner = child(lane, 'childLaneSet')
    const own = {
      ...{ id: lane.attributes.id ?? '', name: lane.attributes.name ?? '' },
      nodeIds: childrenOf(lane, 'flowNodeRef').map(({ text }) => text.trim()),
    }
    return inner ? [...readLanes(inner), own] : [own]
  })
}

const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess'])

/** Depth is bounded by the reader of XML. */
function readContent(element: XmlElement, shared: SharedEvents): BpmnContent {
  return {
    nodes: element.children.flatMap((one): BpmnNode | readonly BpmnNode[] => {
      const node = readNode(one, shared)
      return node ? { ...node, content: SCOPES.has(one.name) ? readContent(one, shared) : null } : []
    }),
    flows: childrenOf(element, 'sequenceFlow').map(readFlow),
    associations: childrenOf(element, 'association').map(({ attributes }) => ({
      sourceId: referenceOf(attributes.sourceRef) ?? '',
      targetId: referenceOf(attributes.targetRef) ?? '',
    })),
  }
}

function readFlow(element: XmlElement): BpmnFlow {
  const { attributes } = element
  return {
    ...{ id: attributes.id ?? '', name: attributes.name ?? '' },
    sourceId: referenceOf(attributes.sourceRef) ?? '',
    targetId: referenceOf(attributes.targetRef) ?? '',
    condition: readExpression(child(element, 'conditionExpression')),
  }
}
