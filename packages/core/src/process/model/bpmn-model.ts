import type { BpmnExpression } from './bpmn-expression.ts'
import type { BpmnService } from './bpmn-service.ts'

export type { BpmnExpression } from './bpmn-expression.ts'

/**
 * A BPMN 2.0 model as far as it is executed: what a file says, element by element, before anything is checked.
 * Names are those of the standard (BPMN 2.0.2, clauses 8 to 10).
 */
export type BpmnModel = {
  readonly processes: readonly BpmnProcess[]
  readonly messages: readonly BpmnMessage[]
  readonly signals: readonly BpmnNamed[]
  readonly errors: readonly BpmnCoded[]
  readonly escalations: readonly BpmnCoded[]
  /** Who sends what to whom, between elements of different pools. */
  readonly messageFlows: readonly BpmnMessageFlow[]
}

/** Something that events refer to by its id. */
export type BpmnNamed = { readonly id: string; readonly name: string }

/** A message, and by what it is told for whom of several it is. */
export type BpmnMessage = BpmnNamed & { readonly correlationKey: BpmnExpression | null }

/** An error or an escalation: events match by its code, or by its id where it has none. */
export type BpmnCoded = BpmnNamed & { readonly code: string | null }

/** A message between pools; its ends are elements, or processes as a whole. */
export type BpmnMessageFlow = {
  readonly id: string
  readonly sourceId: string
  readonly targetId: string
  readonly messageId: string | null
}

/** A process with everything in it. */
export type BpmnProcess = BpmnContent & {
  readonly id: string
  readonly name: string
  readonly isExecutable: boolean
  readonly lanes: readonly BpmnLane[]
}

/** A lane: whoever is named by it does what lies in it. */
export type BpmnLane = { readonly id: string; readonly name: string; readonly nodeIds: readonly string[] }

/** What lies in a process or a sub-process. */
export type BpmnContent = {
  readonly nodes: readonly BpmnNode[]
  readonly flows: readonly BpmnFlow[]
  /** From a boundary event to the activity that compensates. */
  readonly associations: readonly { readonly sourceId: string; readonly targetId: string }[]
}

/** A sequence flow. */
export type BpmnFlow = {
  readonly id: string
  readonly name: string
  readonly sourceId: string
  readonly targetId: string
  readonly condition: BpmnExpression | null
}

/** The elements that tokens come to. */
export const BPMN_NODE_TYPES = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
] as const
/** One of them. */
export type BpmnNodeType = (typeof BPMN_NODE_TYPES)[number]

/** An element with all that is said of it; what does not apply to its type is null or empty. */
export type BpmnNode = {
  readonly id: string
  readonly name: string
  readonly type: BpmnNodeType
  readonly events: readonly BpmnEventDefinition[]
  /** Of a boundary event: what it lies on, and whether that ends when it happens. */
  readonly attachedToId: string | null
  readonly isInterrupting: boolean
  readonly defaultFlowId: string | null
  readonly isForCompensation: boolean
  readonly loop: BpmnLoop | null
  /** Of sub-processes. */
  readonly content: BpmnContent | null
  readonly isEventSubProcess: boolean
  readonly adHoc: BpmnAdHoc | null
  /** Of gateways by events and of receiving tasks: an instance begins here. */
  readonly isInstantiating: boolean
  /** Of sending and receiving tasks. */
  readonly messageId: string | null
  /** Of complex gateways: when what has come is enough. */
  readonly activation: BpmnExpression | null
  readonly work: BpmnWork
}

/** What an activity does, and with which data. */
export type BpmnWork = {
  readonly script: BpmnExpression | null
  readonly resultVariable: string | null
  readonly calledElement: string | null
  readonly decisionRef: string | null
  readonly decisionBinding: DecisionBinding
  readonly service: BpmnService | null
  readonly inputs: readonly BpmnMapping[]
  readonly outputs: readonly BpmnMapping[]
  readonly assignment: BpmnAssignment
}

/**
 * Which version of a decision a rule task asks: the newest, the newest when the version of the process was
 * published, or one by its number.
 */
export type DecisionBinding = 'latest' | 'deployment' | number

/** Who does an activity, by which rules, and how long it takes, as far as the file says. */
export type BpmnAssignment = {
  /** Of this organisation, where the model was assigned here. */
  readonly teamId: string | null
  readonly responsibleId: string | null
  /** The same as plain words, which other programs understand, too. */
  readonly team: string | null
  readonly responsible: string | null
  readonly role: string | null
  readonly practice: string | null
  readonly artifact: string | null
  readonly formKey: string | null
  readonly effortMin: number | null
  /** How long it may take before it is late, in clock minutes. */
  readonly expectedMin: number | null
}

/** An assignment that says nothing. */
export const NO_ASSIGNMENT: BpmnAssignment = {
  ...{ teamId: null, responsibleId: null, team: null, responsible: null },
  ...{ role: null, practice: null, artifact: null, formKey: null, effortMin: null, expectedMin: null },
}

/** An activity of which nothing is said. */
export const NO_WORK: BpmnWork = {
  ...{ script: null, resultVariable: null, calledElement: null, decisionRef: null, service: null },
  decisionBinding: 'latest',
  ...{ inputs: [], outputs: [], assignment: NO_ASSIGNMENT },
}

/** A value that goes by another name inside of an activity, or outside of it. */
export type BpmnMapping = { readonly source: BpmnExpression; readonly target: string }

/** What an event is about. */
export type BpmnEventDefinition =
  | { readonly kind: 'message' | 'signal'; readonly refId: string | null }
  | { readonly kind: 'error' | 'escalation'; readonly refId: string | null }
  /** Null: it is not said when. */
  | { readonly kind: 'timer'; readonly timer: BpmnTimer | null }
  | { readonly kind: 'conditional'; readonly condition: BpmnExpression | null }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'compensate'; readonly activityId: string | null; readonly waitsForCompletion: boolean }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'cancel' }

/** When a timer goes off. */
export type BpmnTimer = {
  readonly kind: 'date' | 'duration' | 'cycle'
  readonly expression: BpmnExpression
  readonly counting: TimerCounting
}

/** In which time a timer counts, and on whose calendar: its id or name; null is the organisation's own. */
export type TimerCounting = { readonly counts: 'clock' | 'working'; readonly calendar: string | null }

/** That an activity is done several times. */
export type BpmnLoop =
  | {
      readonly kind: 'standard'
      readonly condition: BpmnExpression | null
      readonly isTestedBefore: boolean
      readonly max: number | null
    }
  | {
      readonly kind: 'multiple'
      readonly isSequential: boolean
      readonly cardinality: BpmnExpression | null
      /** The list of which each instance gets an element, and the name it gets it by. */
      readonly collection: BpmnExpression | null
      readonly elementVariable: string | null
      readonly completion: BpmnExpression | null
    }

/** How the parts of an ad-hoc sub-process are done. */
export type BpmnAdHoc = {
  readonly isSequential: boolean
  readonly cancelsRemaining: boolean
  readonly completion: BpmnExpression | null
}
