import { ok, type Result, unreachable } from '../../kernel/index.ts'
import { bindingOf } from './bind-field.ts'
import { bindFlag } from './bind-flag.ts'
import { bindSort } from './bind-sort.ts'
import type { BoundNode, BoundQuery, BoundSort, OrderComparison } from './bound-query.ts'
import type { FieldBinding } from './field-binding.ts'
import { type BindContext, type FieldTarget, resolveTarget } from './field-target.ts'
import { foldText } from './fold.ts'
import type { Comparison, Condition, Query, QueryNode, QueryValue } from './query.ts'
import type { QueryCatalogue, QueryViewer } from './query-catalogue.ts'
import { comparisonsOf } from './query-field.ts'
import { refuseQuery } from './query-refusal.ts'

/**
 * Looks up every name in the query and gives every value its type.
 *
 * @param query as parsed
 * @param catalogue the organisation's names; names unknown to it are refused
 * @param viewer who `me` is and when `today` is
 * @returns refused with a `query.*` code that says where; a name that fits several things is refused
 *   with the candidates in `expected`
 */
export function bindQuery(query: Query, catalogue: QueryCatalogue, viewer: QueryViewer): Result<BoundQuery> {
  const context = { catalogue, viewer }
  const where: Result<BoundNode> = query.where ? bindNode(query.where, context) : ok(EVERYTHING)
  if (!where.ok) return where
  const order: BoundSort[] = []
  for (const term of query.order) {
    const sort = bindSort(term, context)
    if (!sort.ok) return sort
    if (!order.some(({ name }) => name === sort.value.name)) order.push(sort.value)
  }
  return ok({ where: where.value, order })
}

const EVERYTHING: BoundNode = { kind: 'all', nodes: [] }

function bindNode(node: QueryNode, context: BindContext): Result<BoundNode> {
  switch (node.kind) {
    case 'and':
    case 'or':
      return bindJoined(node.kind === 'and' ? 'all' : 'any', node.nodes, context)
    case 'not':
      return negated(bindNode(node.node, context))
    case 'flag':
      return ok(bindFlag(node.flag, context.viewer.today))
    case 'text':
      return bindText(node.text, node.at)
    case 'condition':
      return bindCondition(node, context)
    default:
      return unreachable(node)
  }
}

function bindJoined(
  kind: 'all' | 'any',
  nodes: readonly QueryNode[],
  context: BindContext,
): Result<BoundNode> {
  const bound: BoundNode[] = []
  for (const node of nodes) {
    const result = bindNode(node, context)
    if (!result.ok) return result
    bound.push(result.value)
  }
  return ok({ kind, nodes: bound })
}

function negated(result: Result<BoundNode>): Result<BoundNode> {
  return result.ok ? ok({ kind: 'not', node: result.value }) : result
}

function bindText(text: string, position: number): Result<BoundNode> {
  const part = foldText(text)
  if (part === '') {
    return refuseQuery('query.value_wrong', { position, field: 'text', found: text, expected: ['text'] })
  }
  return ok({ kind: 'contains', property: { type: 'text', name: 'text' }, part })
}

function bindCondition(condition: Condition, context: BindContext): Result<BoundNode> {
  const target = resolveTarget(condition.field, condition.at, context)
  if (!target.ok) return target
  const bound = applyComparison(condition, bindingOf(target.value, context))
  return bound ?? refuseComparison(condition, target.value)
}

const OPPOSITES: ReadonlyMap<Comparison, Comparison> = new Map([
  ['!=', '='],
  ['not in', 'in'],
  ['!~', '~'],
  ['is not empty', 'is empty'],
])

/** Undefined when the field knows no such comparison. */
function applyComparison(condition: Condition, binding: FieldBinding): Result<BoundNode> | undefined {
  const opposite = OPPOSITES.get(condition.comparison)
  if (opposite === undefined) return applyPositive(condition, binding)
  const bound = applyPositive({ ...condition, comparison: opposite }, binding)
  return bound && negated(bound)
}

function applyPositive(condition: Condition, binding: FieldBinding): Result<BoundNode> | undefined {
  const { comparison, values } = condition
  if (comparison === '=' || comparison === 'in') return binding.equals?.(values)
  if (comparison === 'is empty') return binding.empty && ok(binding.empty)
  return values[0] && applyToOne(comparison, values[0], binding)
}

function applyToOne(
  comparison: Comparison,
  value: QueryValue,
  binding: FieldBinding,
): Result<BoundNode> | undefined {
  if (comparison === '~') return binding.contains?.(value)
  return isOrder(comparison) ? binding.compare?.(comparison, value) : undefined
}

function isOrder(comparison: Comparison): comparison is OrderComparison {
  return ['<', '<=', '>', '>='].includes(comparison)
}

function refuseComparison(condition: Condition, target: FieldTarget) {
  const expected: readonly Comparison[] = comparisonsOf(target.type, target.optional)
  return refuseQuery('query.operator_not_allowed', {
    position: condition.comparisonAt,
    field: target.name,
    found: condition.comparison,
    expected,
  })
}
