import {
  BPMN_NODE_TYPES,
  type BpmnEventDefinition,
  type BpmnExpression,
  type BpmnLoop,
  type BpmnMapping,
  type BpmnNode,
  type BpmnNodeType,
  type BpmnTimer,
  type BpmnWork,
} from '@millrace/core/process'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'
import { readAssignment } from './read-assignment.ts'
import { readCalledDecision } from './read-called-decision.ts'
import { readService } from './read-service.ts'
import { foreignOf, referenceOf } from './written.ts'

/** Event definitions that stand beside the processes, by their ids. */
export type SharedEvents = ReadonlyMap<string, XmlElement>

const NODE_TYPES: ReadonlyMap<string, BpmnNodeType> = new Map(BPMN_NODE_TYPES.map((type) => [type, type]))

/** An element that tokens come to; null where it is something else. */
export function readNode(element: XmlElement, shared: SharedEvents): Omit<BpmnNode, 'content'> | null {
  const type = NODE_TYPES.get(element.name)
  if (type === undefined) return null
  const { attributes } = element
  return {
    ...{ id: attributes.id ?? '', name: attributes.name ?? '', type },
    events: definitionsOf(element, shared).flatMap((definition) => readEvent(definition) ?? []),
    attachedToId: referenceOf(attributes.attachedToRef),
    isInterrupting: attributes[type === 'boundaryEvent' ? 'cancelActivity' : 'isInterrupting'] !== 'false',
    defaultFlowId: referenceOf(attributes.default),
    isForCompensation: attributes.isForCompensation === 'true',
    loop: readLoop(element),
    isEventSubProcess: attributes.triggeredByEvent === 'true',
    adHoc: type === 'adHocSubProcess' ? readAdHoc(element) : null,
    isInstantiating: attributes.instantiate === 'true',
    messageId: referenceOf(attributes.messageRef),
    activation: readExpression(child(element, 'activationCondition')),
    work: readWork(element),
  }
}

/** An expression as it is written; null where nothing is. */
export function readExpression(element: XmlElement | undefined): BpmnExpression | null {
  const text = element?.text.trim() ?? ''
  return text === '' ? null : { text, language: element?.attributes.language ?? null }
}

function definitionsOf(element: XmlElement, shared: SharedEvents): readonly XmlElement[] {
  return element.children.flatMap((one) => {
    if (one.name === 'eventDefinitionRef') return shared.get(referenceOf(one.text) ?? '') ?? []
    return one.name.endsWith('EventDefinition') ? one : []
  })
}

function readEvent(definition: XmlElement): BpmnEventDefinition | null {
  const { attributes } = definition
  switch (definition.name) {
    case 'messageEventDefinition':
      return { kind: 'message', refId: referenceOf(attributes.messageRef) }
    case 'signalEventDefinition':
      return { kind: 'signal', refId: referenceOf(attributes.signalRef) }
    case 'errorEventDefinition':
      return { kind: 'error', refId: referenceOf(attributes.errorRef) }
    case 'escalationEventDefinition':
      return { kind: 'escalation', refId: referenceOf(attributes.escalationRef) }
    case 'conditionalEventDefinition':
      return { kind: 'conditional', condition: readExpression(child(definition, 'condition')) }
    case 'linkEventDefinition':
      return { kind: 'link', name: attributes.name ?? '' }
    case 'compensateEventDefinition':
      return {
        ...{ kind: 'compensate', activityId: referenceOf(attributes.activityRef) },
        waitsForCompletion: attributes.waitForCompletion !== 'false',
      }
    case 'timerEventDefinition':
      return { kind: 'timer', timer: readTimer(definition) }
    case 'terminateEventDefinition':
      return { kind: 'terminate' }
    case 'cancelEventDefinition':
      return { kind: 'cancel' }
    default:
      return null
  }
}

const TIMERS: readonly (readonly [string, BpmnTimer['kind']])[] = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
]

/** Null: the file does not say when. */
function readTimer(definition: XmlElement): BpmnTimer | null {
  for (const [name, kind] of TIMERS) {
    const expression = readExpression(child(definition, name))
    if (expression) return { kind, expression, counting: readCounting(definition) }
  }
  return null
}

/** Whoever names a calendar means its working time, unless it is said otherwise. */
function readCounting({ attributes }: XmlElement): BpmnTimer['counting'] {
  const calendar = foreignOf(attributes, 'calendar')
  const counts = foreignOf(attributes, 'counts') ?? (calendar === null ? 'clock' : 'working')
  return { calendar, counts: counts === 'working' ? 'working' : 'clock' }
}

function readLoop(element: XmlElement): BpmnLoop | null {
  const standard = child(element, 'standardLoopCharacteristics')
  if (standard) {
    const max = Number(standard.attributes.loopMaximum ?? Number.NaN)
    return {
      kind: 'standard',
      condition: readExpression(child(standard, 'loopCondition')),
      isTestedBefore: standard.attributes.testBefore === 'true',
      max: Number.isFinite(max) ? max : null,
    }
  }
  const multiple = child(element, 'multiInstanceLoopCharacteristics')
  return multiple ? readMultiple(multiple) : null
}

function readMultiple(loop: XmlElement): BpmnLoop {
  const { attributes } = loop
  const data = foreignOf(attributes, 'collection') ?? referenceOf(child(loop, 'loopDataInputRef')?.text)
  return {
    kind: 'multiple',
    isSequential: attributes.isSequential === 'true',
    cardinality: readExpression(child(loop, 'loopCardinality')),
    collection: data ? { text: data, language: null } : null,
    elementVariable:
      foreignOf(attributes, 'elementVariable') ?? child(loop, 'inputDataItem')?.attributes.name ?? null,
    completion: readExpression(child(loop, 'completionCondition')),
  }
}

function readAdHoc(element: XmlElement): BpmnNode['adHoc'] {
  return {
    isSequential: element.attributes.ordering === 'Sequential',
    cancelsRemaining: element.attributes.cancelRemainingInstances !== 'false',
    completion: readExpression(child(element, 'completionCondition')),
  }
}

function readWork(element: XmlElement): BpmnWork {
  const { attributes } = element
  const script = child(element, 'script')?.text.trim() ?? ''
  const text = (name: string) => foreignOf(attributes, name)
  return {
    script: script === '' ? null : { text: script, language: text('scriptFormat') },
    calledElement: referenceOf(attributes.calledElement),
    ...readCalledDecision(element),
    service: readService(child(element, 'extensionElements'), text('topic')),
    inputs: readMappings(element, 'input'),
    outputs: readMappings(element, 'output'),
    assignment: readAssignment(element),
  }
}

/** What goes into an activity by another name, or out of it, as Camunda (7, 8) and Operaton write it. */
function readMappings(element: XmlElement, side: 'input' | 'output'): readonly BpmnMapping[] {
  const extensions = child(element, 'extensionElements')
  const [named, sourced] = [child(extensions, 'inputOutput'), child(extensions, 'ioMapping')]
  return [
    ...childrenOf(named, `${side}Parameter`).flatMap((one) => mapping(one.attributes.name, one.text)),
    ...childrenOf(sourced, side).flatMap(({ attributes }) => mapping(attributes.target, attributes.source)),
  ]
}

function mapping(target: string | undefined, source: string | undefined): readonly BpmnMapping[] {
  const text = source?.trim() ?? ''
  return target && text !== '' ? [{ source: { text, language: null }, target }] : []
}
