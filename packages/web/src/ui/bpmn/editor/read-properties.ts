import type { DrawnElement, ModdleElement } from '../services.ts'
import { readAdHoc, readDecision, readLoop, readScript, readWork } from './activity-properties.ts'
import type { ConditionProperties, ElementProperties } from './element-properties.ts'
import { eventOf, readAbout, readReference, readTimer } from './event-properties.ts'
import { readMapping } from './mapping-properties.ts'
import { partOf, partsOf, textOf } from './moddle.ts'
import { readService } from './service-properties.ts'

/** Whatever somebody can be asked to do. */
const BY_PEOPLE = new Set(['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'])
/** Errors and cancelling end what goes on whatever is drawn; undoing ends nothing. */
const INTERRUPTING = ['Error', 'Cancel', 'Compensate'] as const

/** What is said of an element now. */
export function readProperties({ id, type, businessObject: is }: DrawnElement): ElementProperties {
  const of = <Value>(applies: boolean, read: (is: ModdleElement) => Value) => (applies ? read(is) : null)
  return {
    ...{ id, type, name: is.name ?? '' },
    work: of(BY_PEOPLE.has(type), readWork),
    service: readService(is),
    condition: of(type === 'bpmn:SequenceFlow', readCondition),
    ...{ timer: readTimer(is), reference: readReference(is), ...readAbout(is) },
    script: of(type === 'bpmn:ScriptTask', readScript),
    decision: of(type === 'bpmn:BusinessRuleTask', readDecision),
    called: of(type === 'bpmn:CallActivity', () => textOf(is, 'calledElement')),
    loop: of(isActivity(type), readLoop),
    mapping: of(isActivity(type), readMapping),
    startForm: of(isStartByHand(is), () => readWork(is).formKey),
    interrupts: readInterrupts(is),
    begins: of(MAY_BEGIN.has(type), () => is.get('instantiate') === true),
    adHoc: of(type === 'bpmn:AdHocSubProcess', readAdHoc),
    enough: of(type === 'bpmn:ComplexGateway', () => textOf(partOf(is, 'activationCondition'), 'body')),
  }
}

const MAY_BEGIN = new Set(['bpmn:ReceiveTask', 'bpmn:EventBasedGateway'])

function isActivity(type: string): boolean {
  return /(?:Task|SubProcess|Transaction|CallActivity)$/.test(type)
}

function isStartByHand(is: ModdleElement): boolean {
  const isStart = is.$type === 'bpmn:StartEvent' && is.$parent?.$type === 'bpmn:Process'
  return isStart && partsOf(is, 'eventDefinitions').length === 0
}

/** When a flow is taken. */
export function readCondition(is: ModdleElement): ConditionProperties {
  const source = partOf(is, 'sourceRef')
  return {
    text: textOf(partOf(is, 'conditionExpression'), 'body'),
    isDefault: source !== undefined && source.get('default') === is,
  }
}

/** The name of what says whether an event interrupts; null: it cannot be chosen. */
export function interruptsName(is: ModdleElement): 'cancelActivity' | 'isInterrupting' | null {
  if (INTERRUPTING.some((kind) => eventOf(is, kind))) return null
  if (is.$type === 'bpmn:BoundaryEvent') return 'cancelActivity'
  const isInside = is.$type === 'bpmn:StartEvent' && is.$parent?.get('triggeredByEvent') === true
  return isInside ? 'isInterrupting' : null
}

function readInterrupts(is: ModdleElement): boolean | null {
  const name = interruptsName(is)
  return name === null ? null : is.get(name) !== false
}
