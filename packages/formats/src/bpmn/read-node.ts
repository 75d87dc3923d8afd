import {
  BPMN_NODE_TYPES,
  type BpmnEventDefinition,
  type BpmnExpression,
  type BpmnLoop,
  type BpmnNode,
  type BpmnNodeType,
  type BpmnTimer,
  type BpmnWork,
} from '@millrace/core/process'
import { foreignOf, type ModdleElement, manyOf, oneOf, textOf, typeOf } from './moddle-element.ts'

/** An element that tokens come to; null where it is something else. */
export function readNode(element: ModdleElement): Omit<BpmnNode, 'content'> | null {
  const type = NODE_TYPES.get(typeOf(element))
  if (type === undefined) return null
  const isEventSubProcess = element.triggeredByEvent === true
  return {
    ...{ id: element.id ?? '', name: element.name ?? '', type },
    events: manyOf(element, 'eventDefinitions').flatMap((definition) => readEvent(definition) ?? []),
    attachedToId: oneOf(element, 'attachedToRef')?.id ?? null,
    isInterrupting: element[type === 'boundaryEvent' ? 'cancelActivity' : 'isInterrupting'] !== false,
    defaultFlowId: oneOf(element, 'default')?.id ?? null,
    isForCompensation: element.isForCompensation === true,
    loop: readLoop(element),
    isEventSubProcess,
    adHoc: type === 'adHocSubProcess' ? readAdHoc(element) : null,
    isInstantiating: element.instantiate === true,
    messageId: oneOf(element, 'messageRef')?.id ?? null,
    work: readWork(element),
  }
}

/** Global and plain tasks are done as what they are called after. */
const NODE_TYPES: ReadonlyMap<string, BpmnNodeType> = new Map([
  ...BPMN_NODE_TYPES.map((type) => [type, type] as const),
  ['implicitThrowEvent', 'intermediateThrowEvent'],
])

/** An expression as it is written. */
export function readExpression(element: ModdleElement | null): BpmnExpression | null {
  if (element === null) return null
  const text = textOf(element, 'body')?.trim()
  return text ? { text, language: textOf(element, 'language') } : null
}

function readEvent(definition: ModdleElement): BpmnEventDefinition | null {
  const ref = (property: string) => oneOf(definition, property)?.id ?? null
  switch (typeOf(definition)) {
    case 'messageEventDefinition':
      return { kind: 'message', refId: ref('messageRef') }
    case 'signalEventDefinition':
      return { kind: 'signal', refId: ref('signalRef') }
    case 'errorEventDefinition':
      return { kind: 'error', refId: ref('errorRef') }
    case 'escalationEventDefinition':
      return { kind: 'escalation', refId: ref('escalationRef') }
    case 'conditionalEventDefinition':
      return { kind: 'conditional', condition: readExpression(oneOf(definition, 'condition')) }
    case 'linkEventDefinition':
      return { kind: 'link', name: definition.name ?? '' }
    case 'compensateEventDefinition':
      return {
        ...{ kind: 'compensate', activityId: ref('activityRef') },
        waitsForCompletion: definition.waitForCompletion !== false,
      }
    case 'timerEventDefinition':
      return readTimer(definition)
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

function readTimer(definition: ModdleElement): BpmnEventDefinition | null {
  for (const [property, kind] of TIMERS) {
    const expression = readExpression(oneOf(definition, property))
    if (expression) return { kind: 'timer', timer: { kind, expression } }
  }
  // A timer that says nothing goes off when somebody says so.
  return { kind: 'timer', timer: { kind: 'duration', expression: { text: '', language: null } } }
}

function readLoop(element: ModdleElement): BpmnLoop | null {
  const loop = oneOf(element, 'loopCharacteristics')
  if (loop === null) return null
  if (typeOf(loop) === 'standardLoopCharacteristics') {
    const max = Number(loop.loopMaximum ?? Number.NaN)
    return {
      kind: 'standard',
      condition: readExpression(oneOf(loop, 'loopCondition')),
      isTestedBefore: loop.testBefore === true,
      max: Number.isFinite(max) ? max : null,
    }
  }
  return {
    kind: 'multiple',
    isSequential: loop.isSequential === true,
    cardinality: readExpression(oneOf(loop, 'loopCardinality')),
    collection: readCollection(loop),
    elementVariable: foreignOf(loop, 'elementVariable') ?? oneOf(loop, 'inputDataItem')?.name ?? null,
    completion: readExpression(oneOf(loop, 'completionCondition')),
  }
}

function readCollection(loop: ModdleElement): BpmnExpression | null {
  const data = oneOf(loop, 'loopDataInputRef')
  const text = foreignOf(loop, 'collection') ?? data?.name ?? data?.id ?? null
  return text === null ? null : { text, language: null }
}

function readAdHoc(element: ModdleElement): BpmnNode['adHoc'] {
  return {
    isSequential: element.ordering === 'Sequential',
    cancelsRemaining: element.cancelRemainingInstances !== false,
    completion: readExpression(oneOf(element, 'completionCondition')),
  }
}

function readWork(element: ModdleElement): BpmnWork {
  const script = textOf(element, 'script')?.trim()
  return {
    script: script ? { text: script, language: textOf(element, 'scriptFormat') } : null,
    resultVariable: foreignOf(element, 'resultVariable'),
    calledElement: textOf(element, 'calledElement'),
    decisionRef: foreignOf(element, 'decisionRef'),
    topic: foreignOf(element, 'topic'),
    inputs: [],
    outputs: [],
  }
}
