import type { BpmnLoop, BpmnMapping, BpmnNode, DecisionBinding } from '@millrace/core/process'
import type { XmlMarkup } from '../../xml/index.ts'
import { assignmentMarkup } from './assignment-markup.ts'
import { eventMarkup } from './event-markup.ts'
import { expressionMarkup } from './expression-markup.ts'
import { serviceMarkup } from './service-markup.ts'

/** What an element is written with: the ids of its flows, and what lies in it. */
type Around = {
  readonly incoming: readonly string[]
  readonly outgoing: readonly string[]
  readonly content: readonly XmlMarkup[]
}

/** An element that tokens come to, its parts in the order of the standard's schema. */
export function nodeMarkup(node: BpmnNode, { incoming, outgoing, content }: Around): XmlMarkup {
  const { script } = node.work
  return {
    name: `bpmn:${node.type}`,
    attributes: attributesOf(node),
    children: [
      ...extensionMarkup(node),
      ...incoming.map((text) => ({ name: 'bpmn:incoming', text })),
      ...outgoing.map((text) => ({ name: 'bpmn:outgoing', text })),
      ...node.events.map(eventMarkup),
      ...(node.loop ? [loopMarkup(node.loop)] : []),
      ...(script ? [{ name: 'bpmn:script', text: script.text }] : []),
      ...expressionMarkup('bpmn:activationCondition', node.activation),
      ...content,
      ...expressionMarkup('bpmn:completionCondition', node.adHoc?.completion ?? null),
    ],
  }
}

/** What is usual is not written. */
function attributesOf(node: BpmnNode): Readonly<Record<string, string | null>> {
  const interrupts = node.type === 'boundaryEvent' ? 'cancelActivity' : 'isInterrupting'
  return {
    ...{ id: node.id, name: node.name || null, attachedToRef: node.attachedToId },
    [interrupts]: node.isInterrupting ? null : 'false',
    default: node.defaultFlowId,
    isForCompensation: mark(node.isForCompensation),
    triggeredByEvent: mark(node.isEventSubProcess),
    instantiate: mark(node.isInstantiating),
    messageRef: node.messageId,
    ordering: node.adHoc?.isSequential ? 'Sequential' : null,
    cancelRemainingInstances: node.adHoc && !node.adHoc.cancelsRemaining ? 'false' : null,
    ...workAttributes(node),
  }
}

function workAttributes({ work }: BpmnNode): Readonly<Record<string, string | null>> {
  return {
    calledElement: work.calledElement,
    scriptFormat: work.script?.language ?? null,
    'camunda:resultVariable': work.resultVariable,
    'camunda:decisionRef': work.decisionRef,
    ...bindingAttributes(work.decisionBinding),
  }
}

function bindingAttributes(binding: DecisionBinding): Readonly<Record<string, string>> {
  if (binding === 'latest') return {}
  if (binding === 'deployment') return { 'camunda:decisionRefBinding': binding }
  return { 'camunda:decisionRefBinding': 'version', 'camunda:decisionRefVersion': String(binding) }
}

function mark(is: boolean): 'true' | null {
  return is ? 'true' : null
}

function extensionMarkup({ work }: BpmnNode): readonly XmlMarkup[] {
  const mappings = [...parameters('input', work.inputs), ...parameters('output', work.outputs)]
  const children = [
    ...assignmentMarkup(work.assignment),
    ...serviceMarkup(work.service),
    ...(mappings.length > 0 ? [{ name: 'camunda:inputOutput', children: mappings }] : []),
  ]
  return children.length > 0 ? [{ name: 'bpmn:extensionElements', children }] : []
}

function parameters(side: 'input' | 'output', mappings: readonly BpmnMapping[]): readonly XmlMarkup[] {
  return mappings.map(({ source, target }) => ({
    name: `camunda:${side}Parameter`,
    attributes: { name: target },
    text: source.text,
  }))
}

function loopMarkup(loop: BpmnLoop): XmlMarkup {
  if (loop.kind === 'standard') {
    return {
      name: 'bpmn:standardLoopCharacteristics',
      attributes: {
        testBefore: loop.isTestedBefore ? 'true' : null,
        loopMaximum: loop.max === null ? null : String(loop.max),
      },
      children: expressionMarkup('bpmn:loopCondition', loop.condition),
    }
  }
  return {
    name: 'bpmn:multiInstanceLoopCharacteristics',
    attributes: {
      isSequential: loop.isSequential ? 'true' : null,
      'camunda:collection': loop.collection?.text ?? null,
      'camunda:elementVariable': loop.elementVariable,
    },
    children: [
      ...expressionMarkup('bpmn:loopCardinality', loop.cardinality),
      ...expressionMarkup('bpmn:completionCondition', loop.completion),
    ],
  }
}
