import type { BpmnEventDefinition, BpmnTimer } from '@millrace/core/process'
import type { XmlMarkup } from '../../xml/index.ts'
import { expressionMarkup } from './expression-markup.ts'

const TIMER_ELEMENTS = {
  date: 'bpmn:timeDate',
  duration: 'bpmn:timeDuration',
  cycle: 'bpmn:timeCycle',
} as const

/** What an event is about, as an element. */
export function eventMarkup(event: BpmnEventDefinition): XmlMarkup {
  const name = `bpmn:${event.kind}EventDefinition`
  switch (event.kind) {
    case 'message':
    case 'signal':
    case 'error':
    case 'escalation':
      return { name, attributes: { [`${event.kind}Ref`]: event.refId } }
    case 'timer':
      return event.timer ? timerMarkup(name, event.timer) : { name }
    case 'conditional':
      return { name, children: expressionMarkup('bpmn:condition', event.condition) }
    case 'link':
      return { name, attributes: { name: event.name } }
    case 'compensate':
      return {
        name,
        attributes: {
          activityRef: event.activityId,
          waitForCompletion: event.waitsForCompletion ? null : 'false',
        },
      }
    case 'terminate':
    case 'cancel':
      return { name }
  }
}

/** Working time is said, and by which calendar; of a calendar alone it goes without saying. */
function timerMarkup(name: string, { kind, expression, counting }: BpmnTimer): XmlMarkup {
  const { calendar, counts } = counting
  const isPlain = (counts === 'working') === (calendar !== null)
  return {
    name,
    attributes: { 'millrace:counts': isPlain ? null : counts, 'millrace:calendar': calendar },
    children: expressionMarkup(TIMER_ELEMENTS[kind], expression),
  }
}
