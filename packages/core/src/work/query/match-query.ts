import type { Id } from '../../kernel/index.ts'
import { missingForReadiness } from '../readiness.ts'
import type { WorkItem } from '../work-item.ts'
import type { BoundNode, BoundQuery, FactName, OrderComparison, PlannedFactName } from './bound-query.ts'
import { compareText } from './fold.ts'
import { createFoldedTexts, type FoldedTexts } from './folded-texts.ts'
import type { PlannedFacts } from './planned-facts.ts'
import { type Besides, listReader, type ScalarReader, scalarReader } from './property-reader.ts'
import type { StateRef } from './query-catalogue.ts'

/** What matching can use besides the items themselves. */
export type MatchContext = {
  /** Folded texts kept between queries. Without them each query folds anew. */
  readonly texts?: FoldedTexts
  /** The item of a key, for `parent = TWR-3`. Without it such a condition matches nothing. */
  readonly idOfKey?: (key: string) => Id<'WorkItem'> | undefined
  /** What plans say of an item. Without it items are on none. */
  readonly plannedOf?: Besides['plannedOf']
}

type Matcher = (item: WorkItem) => boolean
type Given = Besides & { readonly idOfKey: NonNullable<MatchContext['idOfKey']> }

/**
 * Turns a query into a function that says whether an item is found by it. Archived items are found
 * like all others: leaving them out is up to the caller.
 *
 * @returns the same answer as the SQL that the server makes of the query
 */
export function compileMatcher(query: BoundQuery, context: MatchContext = {}): Matcher {
  const { idOfKey = () => undefined } = context
  return compileNode(query.where, { ...besidesOf(context), idOfKey })
}

/** What is known besides items, with nothing for what is left out. */
export function besidesOf({ texts, plannedOf }: Partial<Besides>): Besides {
  return { texts: texts ?? createFoldedTexts(), plannedOf: plannedOf ?? (() => undefined) }
}

/** Whether one item is found. For many items, compile once instead. */
export function matches(query: BoundQuery, item: WorkItem, context: MatchContext = {}): boolean {
  return compileMatcher(query, context)(item)
}

function compileNode(node: BoundNode, given: Given): Matcher {
  switch (node.kind) {
    case 'all':
      return compileAll(cheapFirst(node.nodes).map((part) => compileNode(part, given)))
    case 'any':
      return compileAny(cheapFirst(node.nodes).map((part) => compileNode(part, given)))
    case 'not': {
      const inner = compileNode(node.node, given)
      return (item) => !inner(item)
    }
    case 'overlaps': {
      const read = listReader(node.property)
      const wanted = new Set(node.ids)
      return (item) => read(item).some((id) => wanted.has(id))
    }
    case 'empty':
      return compileEmpty(node, given)
    case 'state':
      return compileState(node.states)
    case 'fact':
      return FACTS[node.fact]
    case 'plannedFact': {
      const holds = PLANNED_FACTS[node.fact]
      return ({ id }) => {
        const planned = given.plannedOf(id)
        return planned !== undefined && holds(planned)
      }
    }
    default:
      return compileScalar(node, given)
  }
}

/** Loops, because this is asked of every item on every key stroke in the search box. */
function compileAll(parts: readonly Matcher[]): Matcher {
  return (item) => {
    for (const part of parts) if (!part(item)) return false
    return true
  }
}

function compileAny(parts: readonly Matcher[]): Matcher {
  return (item) => {
    for (const part of parts) if (part(item)) return true
    return false
  }
}

/** Searching texts costs most, so everything else is asked first. */
function cheapFirst(nodes: readonly BoundNode[]): readonly BoundNode[] {
  return nodes.toSorted((a, b) => Number(isSearch(a)) - Number(isSearch(b)))
}

function isSearch(node: BoundNode): boolean {
  switch (node.kind) {
    case 'contains':
      return true
    case 'not':
      return isSearch(node.node)
    case 'all':
    case 'any':
      return node.nodes.some(isSearch)
    default:
      return false
  }
}

type ScalarNode = Extract<BoundNode, { readonly kind: 'oneOf' | 'compare' | 'contains' | 'parent' }>

function compileScalar(node: ScalarNode, given: Given): Matcher {
  switch (node.kind) {
    case 'parent': {
      const ids = new Set(node.keys.map((key) => given.idOfKey(key)))
      return ({ parentId }) => parentId !== null && ids.has(parentId)
    }
    case 'contains': {
      const read = given.texts.reader(node.property)
      const { part } = node
      return (item) => read(item)?.includes(part) ?? false
    }
    case 'compare':
      return compileCompare(scalarReader(node.property, given), node.comparison, node.value)
    case 'oneOf': {
      const read = scalarReader(node.property, given)
      const wanted = new Set(node.values)
      return (item) => {
        const value = read(item)
        return value !== null && wanted.has(value)
      }
    }
  }
}

function compileEmpty({ property }: Extract<BoundNode, { readonly kind: 'empty' }>, given: Given): Matcher {
  if (property.type === 'list') {
    const read = listReader(property)
    return (item) => read(item).length === 0
  }
  const read = scalarReader(property, given)
  return (item) => (read(item) ?? '') === ''
}

function compileState(states: readonly StateRef[]): Matcher {
  const byType = Map.groupBy(states, ({ typeId }) => typeId)
  const idsByType = new Map(
    [...byType].map(([type, refs]) => [type, new Set(refs.map(({ stateId }) => stateId))]),
  )
  return ({ typeId, stateId }) => idsByType.get(typeId)?.has(stateId) ?? false
}

const FACTS: Readonly<Record<FactName, Matcher>> = {
  isMilestone: ({ isMilestone }) => isMilestone,
  isConfidential: ({ seenBy }) => seenBy !== null,
  isWaitingFor: ({ waitingFor }) => waitingFor !== null,
  isBlocked: ({ openBlockers }) => openBlockers.length > 0,
  isReady: (item) => missingForReadiness(item).length === 0,
}

const PLANNED_FACTS: Readonly<Record<PlannedFactName, (planned: PlannedFacts) => boolean>> = {
  isCritical: ({ isCritical }) => isCritical === true,
  missesDeadline: (planned) => planned.missesDeadline,
  hasConflict: ({ hasConflict }) => hasConflict,
}

function compileCompare(read: ScalarReader, comparison: OrderComparison, limit: string | number): Matcher {
  const holds = HOLDS[comparison]
  return (item) => {
    const value = read(item)
    return value !== null && holds(compareScalars(value, limit))
  }
}

const HOLDS: Readonly<Record<OrderComparison, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
}

/** Order of two values of one property: numbers by size, texts and days by code point. */
export function compareScalars(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareText(String(a), String(b))
}
