import type { BpmnEventDefinition, BpmnExpression, BpmnNode, BpmnTimer } from '../model/bpmn-model.ts'
import type { Expression, GraphEvent } from './graph.ts'

/** What messages, signals, errors and escalations are called by, by the ids that events refer to. */
export type EventNames = ReadonlyMap<string, string>

/** For whom messages are, by the ids that events refer to. */
export type MessageKeys = ReadonlyMap<string, BpmnExpression | null>

/** What events are made ready with. */
export type EventSurroundings = {
  readonly names: EventNames
  readonly keys: MessageKeys
  readonly compile: (expression: BpmnExpression | null) => Expression | null
  readonly compileTimer: (timer: BpmnTimer | null) => Expression | null
  readonly placeOf: (id: string) => number
}

const NONE: GraphEvent = { kind: 'none' }

/** What an element waits for or throws; tasks that send and receive do so like events. */
export function compileEvent(node: BpmnNode, around: EventSurroundings): GraphEvent {
  if (node.type === 'sendTask' || node.type === 'receiveTask')
    return messageOf(node.messageId, node.id, around)
  const [definition] = node.events
  return definition ? eventOf(definition, node.id, around) : NONE
}

function eventOf(definition: BpmnEventDefinition, id: string, around: EventSurroundings): GraphEvent {
  const { names, compile, compileTimer, placeOf } = around
  switch (definition.kind) {
    case 'message':
      return messageOf(definition.refId, id, around)
    case 'signal':
      return { kind: 'signal', name: nameOf(definition.refId, names) ?? id }
    case 'error':
    case 'escalation':
      return { kind: definition.kind, code: nameOf(definition.refId, names) }
    case 'timer': {
      const { timer } = definition
      const expression = compileTimer(timer)
      return timer && expression
        ? { kind: 'timer', timer: timer.kind, counting: timer.counting, expression }
        : NONE
    }
    case 'conditional': {
      const condition = compile(definition.condition)
      return condition ? { kind: 'conditional', condition } : NONE
    }
    case 'link':
      return { kind: 'link', name: definition.name }
    case 'compensate':
      return {
        kind: 'compensate',
        node: definition.activityId === null ? null : placeOf(definition.activityId),
      }
    default:
      return { kind: definition.kind }
  }
}

function messageOf(
  refId: string | null,
  id: string,
  { names, keys, compile }: EventSurroundings,
): GraphEvent {
  const key = refId === null ? null : (keys.get(refId) ?? null)
  return { kind: 'message', name: nameOf(refId, names) ?? id, key: compile(key) }
}

function nameOf(refId: string | null, names: EventNames): string | null {
  return refId === null ? null : (names.get(refId) ?? refId)
}
