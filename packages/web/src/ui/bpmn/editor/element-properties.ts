/** What can be said of an element of a model, as plain values; null: it does not apply to it. */
export type ElementProperties = {
  readonly id: string
  /** Its name in BPMN 2.0, such as `bpmn:UserTask`. */
  readonly type: string
  readonly name: string
  readonly work: WorkProperties | null
  readonly service: ServiceProperties | null
  readonly condition: ConditionProperties | null
  readonly timer: TimerProperties | null
  readonly reference: ReferenceProperties | null
  /** Of an event that happens when something becomes true, in FEEL. */
  readonly rule: string | null
  readonly script: ScriptProperties | null
  readonly decision: DecisionProperties | null
  readonly called: string | null
  readonly loop: LoopProperties | null
  /** Of a start by hand: the form that is filled in. */
  readonly startForm: string | null
  readonly mapping: MappingProperties | null
  /** Whether what goes on is ended by the event. */
  readonly interrupts: boolean | null
  /** Of tasks and gateways that wait: whether an instance begins with what comes. */
  readonly begins: boolean | null
  readonly adHoc: AdHocProperties | null
  /** Of a complex gateway: when what has come is enough, in FEEL. */
  readonly enough: string | null
  /** What two ends of a link are joined by. */
  readonly link: string | null
  /** Of what is undone: the id of the activity; empty: everything of its part. */
  readonly undoes: string | null
}

/** Who does it, by what and how long it takes. Lengths in minutes; empty: not said. */
export type WorkProperties = Readonly<Record<(typeof WORK_NAMES)[number], string>>
export const WORK_NAMES = [
  ...(['teamId', 'team', 'responsibleId', 'responsible', 'role', 'practice'] as const),
  ...(['artifact', 'formKey', 'effortMin', 'expectedMin'] as const),
] as const

/** What a service task calls, or by which name a worker outside fetches it. */
export type ServiceProperties = Readonly<Record<(typeof SERVICE_NAMES)[number] | 'body', string>> & {
  /** Texts, or FEEL where they begin with `=`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  /** Answers that are errors of the field, such as `404` or `4xx`. */
  readonly errors: readonly { readonly status: string; readonly code: string }[]
}
export const SERVICE_NAMES = ['kind', 'topic', 'method', 'url', 'timeout', 'retries', 'backOff'] as const

/** When a flow is taken. */
export type ConditionProperties = { readonly text: string; readonly isDefault: boolean }

/** When a timer goes off. */
export type TimerProperties = {
  readonly kind: 'date' | 'duration' | 'cycle'
  readonly text: string
  readonly counts: 'clock' | 'working'
  /** Its id or its name; empty: the one that the organisation works by. */
  readonly calendar: string
}

/** The message, signal, error or escalation that an element is about. */
export type ReferenceProperties = {
  readonly kind: 'message' | 'signal' | 'error' | 'escalation'
  readonly name: string
  /** Of errors and escalations: what they are told apart by. */
  readonly code: string
  /** Of messages: for whom of several it is, in FEEL. */
  readonly key: string
}

/** Which decision a task asks, which version of it, and the name that the answer gets. */
export type DecisionProperties = {
  readonly key: string
  readonly binding: 'latest' | 'deployment' | 'version'
  readonly version: string
  readonly result: string
}

/** Values that go by another name inside of an activity, or outside of it; sources are FEEL. */
export type MappingProperties = Readonly<Record<'inputs' | 'outputs', readonly MappedValue[]>>
/** One of them. */
export type MappedValue = { readonly source: string; readonly target: string }

/** How the parts of an ad-hoc sub-process are done. */
export type AdHocProperties = {
  readonly isSequential: boolean
  readonly cancelsRemaining: boolean
  readonly enough: string
}

/** What is worked out, in FEEL, and the name that it gets. */
export type ScriptProperties = { readonly text: string; readonly result: string }

/** That an activity is done several times. */
export type LoopProperties =
  | { readonly kind: 'once' }
  | {
      readonly kind: 'again'
      readonly condition: string
      readonly max: string
      readonly isTestedBefore: boolean
    }
  | {
      readonly kind: 'each'
      readonly isSequential: boolean
      readonly count: string
      readonly list: string
      readonly element: string
      readonly enough: string
    }

/** A way out of an element: the flow, where it leads, and when it is taken. */
export type Way = {
  readonly id: string
  readonly name: string
  readonly targetId: string
  readonly condition: ConditionProperties
}

/** What is said anew. */
export type ElementPatch = Partial<Omit<ElementProperties, 'id' | 'type'>>

/** What can be put after an element by a key or a button. */
export const APPENDED_KINDS = [
  'UserTask',
  'ServiceTask',
  'ExclusiveGateway',
  'ParallelGateway',
  'EndEvent',
] as const
/** One of them. */
export type Appended = (typeof APPENDED_KINDS)[number]
