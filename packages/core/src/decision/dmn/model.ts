/** A text of FEEL in a model, and the line of the file it stands on. */
export type FeelText = { readonly text: string; readonly line: number }

type Boxed = {
  /** The type of the result, as the model names it. */
  readonly typeRef: string | null
  readonly line: number
}

/** One entry of a boxed context. */
export type ContextEntry = {
  /** Absent: the result of the whole context. */
  readonly name: string | null
  readonly typeRef: string | null
  readonly value: BoxedExpression
}

/** A parameter of a function, with the name of its type. */
export type FormalParameter = { readonly name: string; readonly typeRef: string | null }

/** A function as a box; only those in FEEL are ever run. */
export type FunctionDefinition = Boxed & {
  readonly kind: 'function'
  readonly language: 'FEEL' | 'Java' | 'PMML'
  readonly parameters: readonly FormalParameter[]
  readonly body: BoxedExpression | null
}

/** How the rules of a table that match become one result. @see DMN 1.5 §8.2.11 */
export const HIT_POLICIES = [
  ...(['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const),
] as const
/** One of `HIT_POLICIES`. */
export type HitPolicy = (typeof HIT_POLICIES)[number]

/** What COLLECT makes of its results. */
export const AGGREGATIONS = ['SUM', 'COUNT', 'MIN', 'MAX'] as const
/** One of `AGGREGATIONS`. */
export type Aggregation = (typeof AGGREGATIONS)[number]

/** A column of conditions. */
export type TableInput = {
  readonly label: string | null
  readonly expression: FeelText
  readonly typeRef: string | null
  /** The values it may have, as tests. */
  readonly allowedValues: FeelText | null
}

/** A column of results. */
export type TableOutput = {
  /** Needed when there is more than one. */
  readonly name: string | null
  readonly label: string | null
  readonly typeRef: string | null
  /** The values it may have; their order is that of PRIORITY and OUTPUT ORDER. */
  readonly allowedValues: FeelText | null
  readonly defaultValue: FeelText | null
}

/** A row of a table: an entry for each input and each output. */
export type TableRule = {
  readonly id: string | null
  readonly inputs: readonly FeelText[]
  readonly outputs: readonly FeelText[]
  readonly annotations: readonly string[]
  readonly line: number
}

/** A decision table. @see DMN 1.5 §8 */
export type DecisionTable = Boxed & {
  readonly kind: 'decision-table'
  readonly hitPolicy: HitPolicy
  /** Of COLLECT; absent: the list of all results. */
  readonly aggregation: Aggregation | null
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  /** Names of the columns that are only read; rules may have more entries for them, or fewer. */
  readonly annotations: readonly string[]
  readonly rules: readonly TableRule[]
}

/** The expressions of DMN 1.5 §10.2 and §7.3, boxed or as text. */
export type BoxedExpression =
  | DecisionTable
  | FunctionDefinition
  | (Boxed & { readonly kind: 'literal'; readonly text: FeelText; readonly language: string | null })
  | (Boxed & { readonly kind: 'context'; readonly entries: readonly ContextEntry[] })
  | (Boxed & {
      readonly kind: 'invocation'
      readonly callee: BoxedExpression
      readonly bindings: readonly { readonly name: string; readonly value: BoxedExpression | null }[]
    })
  | (Boxed & {
      readonly kind: 'relation'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly BoxedExpression[])[]
    })
  | (Boxed & { readonly kind: 'list'; readonly items: readonly BoxedExpression[] })
  | (Boxed & {
      readonly kind: 'conditional'
      readonly condition: BoxedExpression
      readonly consequent: BoxedExpression
      readonly alternative: BoxedExpression
    })
  | (Boxed & { readonly kind: 'filter'; readonly source: BoxedExpression; readonly match: BoxedExpression })
  | (Boxed & {
      readonly kind: 'for' | 'some' | 'every'
      readonly variable: string
      readonly source: BoxedExpression
      readonly body: BoxedExpression
    })

/** A type of the model. */
export type ItemDefinition = {
  readonly name: string
  readonly typeRef: string | null
  readonly isCollection: boolean
  readonly components: readonly ItemDefinition[]
  /** Tests for each value; of a collection, for each of its items. */
  readonly allowedValues: FeelText | null
  /** Tests for the value as a whole (DMN 1.4 and later). */
  readonly typeConstraint: FeelText | null
  readonly functionItem: {
    readonly parameters: readonly FormalParameter[]
    readonly resultRef: string | null
  } | null
  readonly line: number
}

type ModelElement = {
  readonly id: string
  readonly name: string
  readonly typeRef: string | null
  readonly line: number
}

/** What a decision is given. */
export type InputData = ModelElement

/** A decision and the expression that makes it. */
export type Decision = ModelElement & {
  /** Input data, decisions and functions it needs, as `#id` or `namespace#id`. */
  readonly requires: readonly string[]
  readonly expression: BoxedExpression | null
}

/** A function that decisions share. */
export type BusinessKnowledge = ModelElement & {
  readonly requires: readonly string[]
  readonly logic: FunctionDefinition | null
}

/** Decisions offered together as one function. */
export type DecisionService = ModelElement & {
  readonly outputDecisions: readonly string[]
  readonly encapsulatedDecisions: readonly string[]
  readonly inputDecisions: readonly string[]
  readonly inputData: readonly string[]
}

/** A DMN model, whatever version it was written in. */
export type DmnModel = {
  readonly name: string
  readonly namespace: string
  readonly imports: readonly { readonly name: string; readonly namespace: string }[]
  readonly itemDefinitions: readonly ItemDefinition[]
  readonly inputData: readonly InputData[]
  readonly decisions: readonly Decision[]
  readonly businessKnowledge: readonly BusinessKnowledge[]
  readonly services: readonly DecisionService[]
}
