import type { DrawnElement, ModdleElement } from '../services.ts'
import {
  type ConditionProperties,
  type ElementProperties,
  type LoopProperties,
  type ReferenceProperties,
  SERVICE_NAMES,
  type ServiceProperties,
  type TimerProperties,
  WORK_NAMES,
  type WorkProperties,
} from './element-properties.ts'
import { attributesOf, extensionOf, foreignName, partOf, partsOf, textOf } from './moddle.ts'

/** Whatever somebody can be asked to do. */
const BY_PEOPLE = new Set(['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'])

/** What is said of an element now. */
export function readProperties({ id, type, businessObject: is }: DrawnElement): ElementProperties {
  return {
    ...{ id, type, name: is.name ?? '' },
    work: BY_PEOPLE.has(type) ? workOf(is) : null,
    service: type === 'bpmn:ServiceTask' ? serviceOf(is) : null,
    condition: type === 'bpmn:SequenceFlow' ? conditionOf(is) : null,
    timer: timerOf(is),
    reference: referenceOf(is),
    rule: eventOf(is, 'ConditionalEventDefinition')
      ? textOf(partOf(eventOf(is, 'ConditionalEventDefinition'), 'condition'), 'body')
      : null,
    script: type === 'bpmn:ScriptTask' ? scriptOf(is) : null,
    decision: type === 'bpmn:BusinessRuleTask' ? textOf(is, foreignName(is, 'decisionRef')) : null,
    called: type === 'bpmn:CallActivity' ? textOf(is, 'calledElement') : null,
    loop: isActivity(type) ? loopOf(partOf(is, 'loopCharacteristics')) : null,
  }
}

function isActivity(type: string): boolean {
  return /(?:Task|SubProcess|Transaction|CallActivity)$/.test(type)
}

function workOf(is: ModdleElement): WorkProperties {
  const written = attributesOf(extensionOf(is, 'work'))
  // A record of every name: `fromEntries` only knows that they are texts.
  return Object.fromEntries(WORK_NAMES.map((name) => [name, written[name] ?? ''])) as WorkProperties
}

function serviceOf(is: ModdleElement): ServiceProperties {
  const service = extensionOf(is, 'service')
  const written = attributesOf(service)
  const said = Object.fromEntries(SERVICE_NAMES.map((name) => [name, written[name] ?? '']))
  const body = service?.$children?.find(({ $descriptor: { ns } }) => ns.localName === 'body')
  const topic = said.topic || textOf(is, foreignName(is, 'topic'))
  // As above.
  return { ...said, kind: said.kind || 'worker', topic, body: body?.$body ?? '' } as ServiceProperties
}

function conditionOf(is: ModdleElement): ConditionProperties {
  const source = partOf(is, 'sourceRef')
  return {
    text: textOf(partOf(is, 'conditionExpression'), 'body'),
    isDefault: source !== undefined && source.get('default') === is,
  }
}

/** The definition of an event of some kind. */
export function eventOf(is: ModdleElement, kind: string): ReturnType<typeof partOf> {
  return partsOf(is, 'eventDefinitions').find(({ $type }) => $type === `bpmn:${kind}`)
}

export const TIMER_NAMES = {
  date: 'timeDate',
  duration: 'timeDuration',
  cycle: 'timeCycle',
} as const

function timerOf(is: ModdleElement): TimerProperties | null {
  const timer = eventOf(is, 'TimerEventDefinition')
  if (!timer) return null
  for (const kind of ['date', 'cycle', 'duration'] as const) {
    const text = textOf(partOf(timer, TIMER_NAMES[kind]), 'body')
    if (text !== '') return { kind, text }
  }
  return { kind: 'duration', text: '' }
}

export const REFERENCES = {
  message: { event: 'MessageEventDefinition', ref: 'messageRef', type: 'bpmn:Message', code: null },
  signal: { event: 'SignalEventDefinition', ref: 'signalRef', type: 'bpmn:Signal', code: null },
  error: { event: 'ErrorEventDefinition', ref: 'errorRef', type: 'bpmn:Error', code: 'errorCode' },
  escalation: {
    ...{ event: 'EscalationEventDefinition', ref: 'escalationRef' },
    ...{ type: 'bpmn:Escalation', code: 'escalationCode' },
  },
} as const

function referenceOf(is: ModdleElement): ReferenceProperties | null {
  for (const kind of ['message', 'signal', 'error', 'escalation'] as const) {
    const { ref, code } = REFERENCES[kind]
    const holder = holderOf(is, kind)
    if (!holder) continue
    const referred = partOf(holder, ref)
    return { kind, name: referred?.name ?? '', code: code === null ? '' : textOf(referred, code) }
  }
  return null
}

/** What refers to a message, a signal, …: the definition of an event, or a task that sends or receives. */
export function holderOf(is: ModdleElement, kind: ReferenceProperties['kind']): ModdleElement | undefined {
  const isTask = is.$type === 'bpmn:SendTask' || is.$type === 'bpmn:ReceiveTask'
  return isTask && kind === 'message' ? is : eventOf(is, REFERENCES[kind].event)
}

function scriptOf(is: ModdleElement): ElementProperties['script'] {
  return { text: textOf(is, 'script'), result: textOf(is, foreignName(is, 'resultVariable')) }
}

function loopOf(loop: ReturnType<typeof partOf>): LoopProperties {
  if (!loop) return { kind: 'once' }
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    return {
      kind: 'again',
      condition: textOf(partOf(loop, 'loopCondition'), 'body'),
      max: textOf(loop, 'loopMaximum'),
      isTestedBefore: loop.get('testBefore') === true,
    }
  }
  return {
    kind: 'each',
    isSequential: loop.get('isSequential') === true,
    count: textOf(partOf(loop, 'loopCardinality'), 'body'),
    list: textOf(loop, foreignName(loop, 'collection')),
    element: textOf(loop, foreignName(loop, 'elementVariable')),
    enough: textOf(partOf(loop, 'completionCondition'), 'body'),
  }
}
