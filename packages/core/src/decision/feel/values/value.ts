import { SYNTAX_CODES } from '../syntax/syntax-fault.ts'
import { type FeelNumber, isNumber } from './number.ts'
import type { Temporal } from './temporal.ts'

/** A range of FEEL; a bound that is null is open to that side. */
export type FeelRange = {
  readonly kind: 'range'
  readonly start: FeelValue
  readonly end: FeelValue
  readonly isStartIncluded: boolean
  readonly isEndIncluded: boolean
}

/** A context: values by their names, in order. */
export type FeelContext = ReadonlyMap<string, FeelValue>
/** A list of FEEL. */
export type FeelList = readonly FeelValue[]

/** A function as a value: defined in FEEL, in the model, or built in. */
export type FeelFunction = {
  readonly kind: 'function'
  /** What it takes and gives; null: built in, where one name has several forms. */
  readonly signature: FunctionSignature | null
  /** Whether it may be called with so many values. */
  readonly takes: (count: number) => boolean
  readonly invoke: (given: Given, call: Call) => FeelValue
}

export type FunctionSignature = {
  readonly parameters: readonly { readonly name: string; readonly type: FeelType }[]
  readonly result: FeelType
}

/** What a function is called with. */
export type Given = {
  readonly positional: readonly FeelValue[]
  readonly named: ReadonlyMap<string, FeelValue> | null
}

/** A place in one of the texts of a model: which text, and from where to where in code units. */
export type Place = { readonly source: string; readonly from: number; readonly to: number }

/** One evaluation, as what runs in it sees it. */
export type Run = {
  /** The moment taken as now, milliseconds since 1970. */
  readonly now: number
  /** Where clocks stand for `now()` and `today()`, an IANA name. */
  readonly zone: string
  /** Tells what went wrong; the value is null then. */
  readonly warn: (code: WarningCode, params: WarningParams, place: Place) => null
  /** Keeps how a table was worked out. */
  readonly record: (record: TableRecord) => void
  /** Counts work done; false when there has been too much. */
  readonly spend: (steps: number, place: Place) => boolean
  /** A value that was made, unless it is too large or too deep: then null. */
  readonly keep: (value: FeelValue, place: Place) => FeelValue
  /** Counts looking through values as work. */
  readonly look: (values: readonly FeelValue[], place: Place) => boolean
  /** Runs what lies so much deeper; null when that would be too deep. */
  readonly descend: (levels: number, place: Place, body: () => FeelValue) => FeelValue
}

/** How one decision table was worked out. */
export type TableRecord = {
  /** Which table, as places name it. */
  readonly source: string
  /** Names of the inputs, as people see them. */
  readonly columns: readonly string[]
  readonly inputs: readonly FeelValue[]
  /** For each rule looked at, the first input that did not match; null: the rule matched. */
  readonly rules: readonly (number | null)[]
  /** Places of the rules that gave the result. */
  readonly chosen: readonly number[]
  readonly output: FeelValue
}

/** A call of a function: in which evaluation, and from where. */
export type Call = { readonly run: Run; readonly place: Place }

export type WarningParams = Readonly<Record<string, string | number>>

/** What FEEL answers with null, and is worth knowing. */
export const WARNING_CODES = [
  /** A name that is not known here: `name`. */
  'feel.unknown_name',
  ...SYNTAX_CODES,
  /** An operator between kinds of values it does not join: `operator`, `left`, `right`. */
  'feel.operands',
  /** What is called is no function: `kind`. */
  'feel.not_a_function',
  /** A function called with other arguments than it takes: `function`. */
  'feel.arguments',
  /** A function that has no answer for these arguments: `function`. */
  'feel.no_result',
  /** A condition that is neither true nor false: `kind`. */
  'feel.condition',
  /** A value without a part of that name: `name`, `kind`. */
  'feel.no_component',
  /** A number too large, or a division by zero: `operator`. */
  'feel.not_finite',
  /** A literal of a date or a duration that is none: `text`. */
  'feel.literal',
  /** More work, or deeper, than an evaluation may take: `limit`. */
  'feel.limit',
  /** A function of Java or PMML, which is never called. */
  'feel.external',
  /** A value that its type does not allow: `name`, `kind`. */
  'dmn.type',
  /** More than one rule where only one may match, or matches that disagree: `rules`. */
  'dmn.hit_policy',
  /** An element that was not evaluated because its model is broken: `name`. */
  'dmn.broken',
] as const

/** One of `WARNING_CODES`. */
export type WarningCode = (typeof WARNING_CODES)[number]

/** Any value of FEEL. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | Temporal
  | FeelRange
  | FeelFunction
  | FeelList
  | FeelContext

export type FeelKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | Temporal['kind']
  | 'range'
  | 'function'
  | 'list'
  | 'context'

/** Whether a value is a list. */
export function isList(value: FeelValue): value is FeelList {
  return Array.isArray(value)
}

/** Whether a value is a context. */
export function isContext(value: FeelValue): value is FeelContext {
  return value instanceof Map
}

/** Of which kind a value is. */
export function kindOf(value: FeelValue): FeelKind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (isNumber(value)) return 'number'
  if (isList(value)) return 'list'
  if (isContext(value)) return 'context'
  return value.kind
}

/** Whether a value is of one of the kinds that carry their kind with them. */
export function isKind<Kind extends Temporal['kind'] | 'range' | 'function'>(
  value: FeelValue,
  kind: Kind,
): value is Extract<FeelValue, { readonly kind: Kind }> {
  return kindOf(value) === kind
}

/** A type that values can be checked against. */
export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly of: FeelKind }
  | { readonly kind: 'list' | 'range'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly components: ReadonlyMap<string, FeelType> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType }
  /** A type of the model with allowed values. */
  | {
      readonly kind: 'constrained'
      readonly name: string
      readonly base: FeelType
      readonly allows: (value: FeelValue) => boolean
      /** What the allowed values are compared with, for looking through tables. */
      readonly constants: readonly FeelValue[]
    }
  /** A name that stands for no type; nothing is of it. */
  | { readonly kind: 'unknown'; readonly name: string }
