import type { BoundNode, FactName, ListProperty, TextProperty } from '@millrace/core/work'
import { PLANNED_FACTS } from './planned-sql.ts'
import { columnOf, listColumnOf } from './property-sql.ts'
import type { QueryParams } from './query-params.ts'

type Writing = { readonly params: QueryParams; readonly organisationId: string }
type Node<Kind extends BoundNode['kind']> = Extract<BoundNode, { readonly kind: Kind }>

/**
 * A filter as a condition on `work_item w`. Where a value is missing it may be null instead of
 * false, which means the same to `where`, `and` and `or`; `not` asks for "is not true".
 */
export function filterSql(node: BoundNode, writing: Writing): string {
  const { params } = writing
  switch (node.kind) {
    case 'all':
    case 'any':
      return joined(node, writing)
    case 'not':
      return `(${filterSql(node.node, writing)}) is not true`
    case 'oneOf':
      return oneOf(node, params)
    case 'compare': {
      const { sql, type } = columnOf(node.property, params)
      return `${inOrder(sql, type)} ${node.comparison} ${params.bind(valueFor(node.value, type), type)}`
    }
    case 'contains':
      return contains(node.property, node.part, params)
    case 'overlaps':
      return overlaps(node.property, node.ids, params)
    case 'empty':
      return empty(node, params)
    case 'state':
      return inStates(node, params)
    case 'parent':
      return underParents(node, writing)
    case 'fact':
      return FACTS[node.fact]
    case 'plannedFact':
      return PLANNED_FACTS[node.fact]
  }
}

function joined({ kind, nodes }: Node<'all' | 'any'>, writing: Writing): string {
  if (nodes.length === 0) return kind === 'all' ? 'true' : 'false'
  const joint = kind === 'all' ? ' and ' : ' or '
  return nodes.map((node) => `(${filterSql(node, writing)})`).join(joint)
}

function oneOf({ property, values }: Node<'oneOf'>, params: QueryParams): string {
  const { sql, type } = columnOf(property, params)
  const bound = values.map((value) => valueFor(value, type))
  if (bound.length === 1) return `${sql} = ${params.bind(bound[0], type)}`
  return `${sql} = any(${params.bind(bound, `${type}[]`)})`
}

/** Texts inside JSON have the database's own order unless told otherwise. */
export function inOrder(sql: string, type: string): string {
  return type === 'text' ? `(${sql}) collate "C"` : `(${sql})`
}

/** A moment is bound as text, because the driver would send a number as one. */
function valueFor(value: string | number, type: string): string | number {
  return type === 'timestamptz' ? new Date(value).toISOString() : value
}

function contains(property: TextProperty, part: string, params: QueryParams): string {
  const { sql } = columnOf(property, params)
  return `${sql} like ${params.bind(`%${part.replace(/[\\%_]/g, '\\$&')}%`, 'text')}`
}

/** `&&` compares every id with every other: with more ids than this a hash is faster. */
const FEW_IDS = 32

function overlaps(property: ListProperty, ids: readonly string[], params: QueryParams): string {
  const list = listColumnOf(property)
  const wanted = params.bind(ids, 'uuid[]')
  if (ids.length > FEW_IDS) return `exists (select from unnest(${list}) as m(id) where m.id = any(${wanted}))`
  return `${list} && ${wanted}`
}

function empty({ property }: Node<'empty'>, params: QueryParams): string {
  if (property.type === 'list') return `cardinality(${listColumnOf(property)}) = 0`
  const { sql, type } = columnOf(property, params)
  return type === 'text' ? `coalesce(${sql}, '') = ''` : `${sql} is null`
}

function inStates({ states }: Node<'state'>, params: QueryParams): string {
  const types = params.bind(
    states.map(({ typeId }) => typeId),
    'uuid[]',
  )
  const ids = params.bind(
    states.map(({ stateId }) => stateId),
    'text[]',
  )
  return `(w.type_id, w.state_id) in (select s.type_id, s.state_id from unnest(${types}, ${ids}) as s(type_id, state_id))`
}

function underParents({ keys }: Node<'parent'>, { params, organisationId }: Writing): string {
  const organisation = params.bind(organisationId, 'uuid')
  const wanted = params.bind(keys, 'text[]')
  return `w.parent_id in (select p.id from work_item p where p.organisation_id = ${organisation} and p.key = any(${wanted}))`
}

const FACTS: Readonly<Record<FactName, string>> = {
  isMilestone: 'w.is_milestone',
  isConfidential: 'w.seen_by is not null',
  isWaitingFor: 'w.waiting_for is not null',
  isBlocked: "w.open_blockers <> '[]'",
  isReady: 'num_nulls(w.responsible_id, w.due_on, w.role, w.practice, w.resources, w.artifact) = 0',
}
