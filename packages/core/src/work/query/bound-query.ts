import type { Id, Instant, PlainDate } from '../../kernel/index.ts'
import type { FormulaNode } from '../formula/formula-node.ts'
import type { FieldReader, FormulaWorld } from '../formula/formula-reader.ts'
import type { Places } from './name-index.ts'
import type { StateRef } from './query-catalogue.ts'

/** A custom field's value, read as one type. */
type Custom<As extends string> = { readonly type: As; readonly fieldId: Id<'CustomField'> }

/** A formula, and when and where it is asked. */
export type BoundFormula = {
  readonly node: FormulaNode
  readonly world: FormulaWorld
  /** How its values are compared in memory. */
  readonly read: FieldReader
}
/** What a custom field's formula comes to, read as one type. */
type Computed<As extends string> = Custom<As> & { readonly formula: BoundFormula }

/** A text, always read folded (`foldText`). `text` is key, title and description together. */
export type TextProperty =
  | {
      readonly type: 'text'
      readonly name: 'key' | 'title' | 'description' | 'text' | 'role' | 'practice' | 'artifact'
    }
  | Custom<'customText'>
  | Computed<'formulaText'>

/** A number: priority 0 to 4, effort in minutes, money in minor units, a count. */
export type NumberProperty =
  | {
      readonly type: 'number'
      readonly name: 'priority' | 'effortMin' | 'costOfDelayMinor' | 'childCount'
    }
  | { readonly type: 'plannedNumber'; readonly name: 'totalFloatMin' | 'percentComplete' }
  | Custom<'customNumber'>
  | Computed<'formulaNumber'>

/** A calendar day. */
export type DateProperty =
  | { readonly type: 'date'; readonly name: 'startsOn' | 'dueOn' }
  | Custom<'customDate'>
  | Computed<'formulaDate'>

/** A moment. `ageFrom` is when an item was started, as long as it is not finished. */
export type InstantProperty =
  | {
      readonly type: 'instant'
      readonly name:
        | 'createdAt'
        | 'updatedAt'
        | 'startedAt'
        | 'finishedAt'
        | 'archivedAt'
        | 'stateSince'
        | 'ageFrom'
    }
  | { readonly type: 'plannedInstant'; readonly name: 'plannedStartAt' | 'plannedFinishAt' | 'deadlineAt' }

/** One of a set of values: an id, or a word such as the group. */
export type IdProperty =
  | {
      readonly type: 'id'
      readonly name:
        | 'key'
        | 'typeId'
        | 'stateGroup'
        | 'area'
        | 'parentId'
        | 'responsibleId'
        | 'accountableId'
        | 'requesterId'
        | 'teamId'
        | 'home'
    }
  /** `yes` or `no`. */
  | { readonly type: 'plannedId'; readonly name: 'isCritical' }
  | Custom<'customId'>
  | Computed<'formulaId'>

/** Several ids. */
export type ListProperty = { readonly type: 'list'; readonly name: 'containerIds' | 'labelIds' }

/** A property with one value at most. */
export type ScalarProperty = TextProperty | NumberProperty | DateProperty | InstantProperty | IdProperty
/** A property whose values are less or more than others. */
export type OrderedProperty = NumberProperty | DateProperty | InstantProperty

/** Yes or no, without a value to compare. */
export type FactName = 'isMilestone' | 'isConfidential' | 'isWaitingFor' | 'isBlocked' | 'isReady'
/** The same of what the plan of its project says. */
export type PlannedFactName = 'isCritical' | 'missesDeadline' | 'hasConflict'

/** The comparisons of ordered values. */
export type OrderComparison = '<' | '<=' | '>' | '>='

/**
 * A filter in terms of the item's properties, all names looked up. Every node is either true or
 * false: a comparison with a value that is not there is false, and its `not` is true.
 */
export type BoundNode =
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly BoundNode[] }
  | { readonly kind: 'not'; readonly node: BoundNode }
  | {
      readonly kind: 'oneOf'
      readonly property: ScalarProperty
      readonly values: readonly (string | number)[]
    }
  | {
      readonly kind: 'compare'
      readonly property: OrderedProperty
      readonly comparison: OrderComparison
      readonly value: number | Instant | PlainDate
    }
  | { readonly kind: 'contains'; readonly property: TextProperty; readonly part: string }
  | { readonly kind: 'overlaps'; readonly property: ListProperty; readonly ids: readonly string[] }
  | { readonly kind: 'empty'; readonly property: ScalarProperty | ListProperty }
  | { readonly kind: 'state'; readonly states: readonly StateRef[] }
  | { readonly kind: 'parent'; readonly keys: readonly string[] }
  | { readonly kind: 'fact'; readonly fact: FactName }
  | { readonly kind: 'plannedFact'; readonly fact: PlannedFactName }

/** Where the values of a sort term come from. */
export type SortSource =
  | { readonly kind: 'property'; readonly property: TextProperty | OrderedProperty }
  /** Each value has a place, such as people by name; values without one come last. */
  | {
      readonly kind: 'placed'
      readonly property: IdProperty | { readonly type: 'state' }
      readonly places: Places
    }
  /** By the letters of the key, then by its number: `TWR-9` before `TWR-10`. */
  | { readonly kind: 'key' }

/** One field to sort by. `name` says which, for a cursor to recognise its order. */
export type BoundSort = {
  readonly name: string
  readonly source: SortSource
  readonly descending: boolean
}

/**
 * A query ready to be asked of items or of the database. Items that compare equal in `order` follow
 * their rank, then their id.
 */
export type BoundQuery = { readonly where: BoundNode; readonly order: readonly BoundSort[] }
