/** How a condition compares its field with its values. */
export const COMPARISONS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '~',
  '!~',
  'in',
  'not in',
  'is empty',
  'is not empty',
] as const
/** A way to compare a field with values. */
export type Comparison = (typeof COMPARISONS)[number]

/** Conditions that need no value: the bare word is the condition. */
export const QUERY_FLAGS = [
  'open',
  'done',
  'blocked',
  'waiting',
  'overdue',
  'ready',
  'milestone',
  'critical',
  'missesDeadline',
  'conflicting',
  'archived',
  'confidential',
] as const
/** A condition that needs no value. */
export type QueryFlag = (typeof QUERY_FLAGS)[number]

/**
 * A value as written. A quoted one is always meant literally: `"me"` is a name, `me` is who asks.
 * `at` is the offset in the query text, in UTF-16 units, here and below.
 */
export type QueryValue = { readonly text: string; readonly quoted: boolean; readonly at: number }

/** A field compared with values. `in` and `not in` take several, the two `empty` none, all others one. */
export type Condition = {
  readonly kind: 'condition'
  /** Name of a built-in field in its canonical spelling, or of a custom field as written. */
  readonly field: string
  readonly comparison: Comparison
  readonly values: readonly QueryValue[]
  readonly at: number
  readonly comparisonAt: number
}

/** What a query filters by. `and` and `or` hold at least two nodes, none of them of their own kind. */
export type QueryNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'flag'; readonly flag: QueryFlag; readonly at: number }
  | Condition

/** One field to sort by; items without a value come last in both directions. */
export type SortTerm = { readonly field: string; readonly descending: boolean; readonly at: number }

/** A parsed query: names are not yet looked up, see `bindQuery`. No filter finds everything. */
export type Query = { readonly where: QueryNode | null; readonly order: readonly SortTerm[] }

/** Joins filters by `and` or `or` in the one way the parser would: no nesting of a kind in itself. */
export function joinNodes(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]))
  const [first, second] = flat
  if (first === undefined) return null
  return second === undefined ? first : { kind, nodes: flat }
}
