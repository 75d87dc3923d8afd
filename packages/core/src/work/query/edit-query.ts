import { queryValue } from './print-query.ts'
import {
  type Comparison,
  type Condition,
  joinNodes,
  type Query,
  type QueryFlag,
  type QueryNode,
  type QueryValue,
  type SortTerm,
} from './query.ts'
import { canonicalField } from './query-field.ts'

/** A condition to put into a query. A plain text gets quotes if it needs them, and may be `me` or `today`. */
export type NewCondition = {
  readonly field: string
  readonly comparison: Comparison
  readonly values: readonly (string | QueryValue)[]
}

/** The filters that all have to hold, one chip each. */
export function chipsOf(query: Query): readonly QueryNode[] {
  if (query.where === null) return []
  return query.where.kind === 'and' ? query.where.nodes : [query.where]
}

/** The query without one of its chips. */
export function withoutChip(query: Query, chip: QueryNode): Query {
  return withChips(
    query,
    chipsOf(query).filter((other) => other !== chip),
  )
}

/**
 * The query with this condition. It takes the place of one that compares the same field in the same
 * way (`=` and `in` are one way), so that `due >= …` and `due < …` can stand together. Without values
 * the condition goes.
 */
export function withCondition(query: Query, condition: NewCondition): Query {
  const field = canonicalField(condition.field)
  const isReplaced = (chip: QueryNode) =>
    isOn(chip, field) && wayOf(chip.comparison) === wayOf(condition.comparison)
  const made = makeCondition({ ...condition, field })
  const chips = chipsOf(query)
  const place = chips.findIndex(isReplaced)
  if (place < 0) return withChips(query, made ? [...chips, made] : chips)
  const replaced = chips.flatMap((chip, index) => {
    if (index === place) return made ? [made] : []
    return isReplaced(chip) ? [] : [chip]
  })
  return withChips(query, replaced)
}

/**
 * Adds the value to the values that the field may have, or takes it away when it is among them:
 * what a click on a filter's option does.
 */
export function toggleValue(query: Query, field: string, value: string): Query {
  const name = canonicalField(field)
  const present = chipsOf(query).find(
    (chip): chip is Condition => isOn(chip, name) && wayOf(chip.comparison) === 'in',
  )
  const before = present?.values ?? []
  const rest = before.filter(({ text }) => text.toLowerCase() !== value.toLowerCase())
  const values = rest.length < before.length ? rest : [...before, value]
  return withCondition(query, { field: name, comparison: 'in', values })
}

/** Adds the flag to the filters that have to hold, or takes it away. */
export function toggleFlag(query: Query, flag: QueryFlag): Query {
  const isGiven = (chip: QueryNode) => chip.kind === 'flag' && chip.flag === flag
  const rest = chipsOf(query).filter((chip) => !isGiven(chip))
  const isOff = rest.length === chipsOf(query).length
  return withChips(query, isOff ? [...rest, { kind: 'flag', flag, at: 0 }] : rest)
}

/** The query without the conditions on this field that have to hold; those inside an `or` stay. */
export function withoutField(query: Query, field: string): Query {
  const name = canonicalField(field)
  return withChips(
    query,
    chipsOf(query).filter((chip) => !isOn(chip, name)),
  )
}

/** The query in this order. An empty order is the manual one. */
export function withSort(query: Query, order: readonly Omit<SortTerm, 'at'>[]): Query {
  return { ...query, order: order.map((term) => ({ ...term, field: canonicalField(term.field), at: 0 })) }
}

function withChips(query: Query, chips: readonly QueryNode[]): Query {
  return { ...query, where: joinNodes('and', chips) }
}

function isOn(chip: QueryNode, field: string): chip is Condition {
  return chip.kind === 'condition' && chip.field.toLowerCase() === field.toLowerCase()
}

function wayOf(comparison: Comparison): Comparison {
  if (comparison === '=') return 'in'
  return comparison === '!=' ? 'not in' : comparison
}

function makeCondition({ field, comparison, values }: NewCondition): Condition | null {
  const needsNone = comparison === 'is empty' || comparison === 'is not empty'
  if (!needsNone && values.length === 0) return null
  return {
    kind: 'condition',
    field,
    comparison: shortest(comparison, values.length),
    values: values.map((value) => (typeof value === 'string' ? queryValue(value) : value)),
    at: 0,
    comparisonAt: 0,
  }
}

/** One value needs no list, several need one. */
function shortest(comparison: Comparison, count: number): Comparison {
  if (wayOf(comparison) === 'in') return count === 1 ? '=' : 'in'
  if (wayOf(comparison) === 'not in') return count === 1 ? '!=' : 'not in'
  return comparison
}
