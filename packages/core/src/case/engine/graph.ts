import type {
  CaseFileItem,
  CaseFileTransition,
  PlanItemKind,
  PlanItemTransition,
  PlanItemWork,
} from '../model/case-model.ts'

/** Values of a case, by name. */
export type CaseVariables = Readonly<Record<string, unknown>>

/** What an expression says of some variables; a fault names why it says nothing. */
export type CaseEvaluated =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string }

/** An expression made ready once, asked many times. */
export type CaseQuestion = {
  readonly text: string
  /** The variables that its answer depends on. */
  readonly names: readonly string[]
  readonly ask: (variables: CaseVariables) => CaseEvaluated
}

/** An event of the plan or the file, by the place of its source in the graph. */
export type GraphOnPart =
  | {
      readonly on: 'plan'
      readonly source: number
      readonly transition: PlanItemTransition
      readonly exitCriterionId: string | null
      /** The innermost stage around source and waiting item; both must lie in the same instance of it. */
      readonly shared: number
    }
  | { readonly on: 'file'; readonly sourceId: string; readonly transition: CaseFileTransition }

/** A criterion made ready. */
export type GraphSentry = {
  readonly id: string
  readonly name: string
  readonly onParts: readonly GraphOnPart[]
  readonly ifPart: CaseQuestion | null
}

/** An item that may be added to the plan. */
export type GraphDiscretionary = {
  /** The place of the item in the graph. */
  readonly node: number
  readonly roles: readonly string[]
  readonly applicability: CaseQuestion | null
  /** The task beside which it is offered; -1: the stage. */
  readonly beside: number
}

/** A timer made ready. */
export type GraphTimer = {
  readonly question: CaseQuestion
  readonly from: {
    readonly source: number
    readonly transition: PlanItemTransition
    readonly shared: number
  } | null
}

/** A value handed over. */
export type GraphMapping = { readonly source: CaseQuestion; readonly target: string }

/** An item of the plan, or the case itself as the outermost stage. */
export type CaseNode = {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: PlanItemKind | 'case'
  /** The stage it lies in; -1 for the case. */
  readonly parent: number
  readonly depth: number
  readonly isDiscretionary: boolean
  readonly entry: readonly GraphSentry[]
  readonly exit: readonly GraphSentry[]
  readonly manualActivation: CaseQuestion | null
  readonly required: CaseQuestion | null
  readonly repetition: CaseQuestion | null
  readonly isBlocking: boolean
  /** Of stages: what is created with them, in the order of the model. */
  readonly children: readonly number[]
  readonly autoComplete: boolean
  readonly discretionary: readonly GraphDiscretionary[]
  readonly timer: GraphTimer | null
  readonly inputs: readonly GraphMapping[]
  readonly outputs: readonly GraphMapping[]
  /** Plan items that somebody else has to do; both ways. */
  readonly otherThan: readonly number[]
  readonly work: PlanItemWork | null
}

/** Which criterion of which item is meant. */
export type SentryRef = { readonly node: number; readonly side: 'entry' | 'exit'; readonly sentry: number }
/** Which event of a criterion. */
export type PartRef = SentryRef & { readonly part: number }

/** A plan that can be executed. Never changed; made by `compileCase`. */
export type CaseGraph = {
  readonly id: string
  readonly name: string
  /** The first is the case itself. */
  readonly nodes: readonly CaseNode[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Who waits for a transition of a node, by `watchKey`. */
  readonly watchers: ReadonlyMap<string, readonly PartRef[]>
  /** Timers that are counted from a transition of a node, by `watchKey`. */
  readonly timersFrom: ReadonlyMap<string, readonly number[]>
  /** Who waits for a transition of the case file, by `watchKey`. */
  readonly fileWatchers: ReadonlyMap<string, readonly PartRef[]>
  /** Criteria whose condition reads a variable, by its name. */
  readonly readers: ReadonlyMap<string, readonly SentryRef[]>
  /** Timers whose moment depends on a variable, by its name. */
  readonly timerReaders: ReadonlyMap<string, readonly number[]>
  /** Items of the case file, those within others too. */
  readonly file: ReadonlyMap<string, CaseFileItem>
  readonly roles: readonly string[]
}

/** The key of an event in the indexes of a graph. */
export function watchKey(source: number | string, transition: string): string {
  return `${transition} ${source}`
}
