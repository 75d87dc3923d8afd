import { AREAS_OF_INTEREST } from '../area-of-interest.ts'
import { CONTAINER_KINDS } from '../container.ts'
import { STATE_GROUPS } from '../workflow.ts'
import { choiceIndex } from './bind-names.ts'
import { PRIORITY_NAMES } from './bind-numbers.ts'
import type { Expectation } from './expectation.ts'
import { customTarget, type FieldTarget } from './field-target.ts'
import { isReserved } from './filter-parser.ts'
import { foldText } from './fold.ts'
import type { NameIndex } from './name-index.ts'
import { printValue, queryValue } from './print-query.ts'
import { QUERY_FLAGS } from './query.ts'
import type { QueryCatalogue } from './query-catalogue.ts'
import { DAY_WORDS } from './query-date.ts'
import { comparisonsOf, findQueryField, QUERY_FIELDS } from './query-field.ts'

/** Something to put into the query. `label` is what it is called, where the text alone does not say. */
export type Suggestion = {
  readonly kind: 'field' | 'flag' | 'comparison' | 'value' | 'word'
  readonly text: string
  readonly label: string
}

/** A suggestion with what it is looked for by, folded. */
export type Candidate = Suggestion & { readonly folded: readonly string[] }

/** Everything that fits, in the order in which to offer it. */
export function* completionsOf(expected: Expectation, catalogue: QueryCatalogue): Iterable<Candidate> {
  switch (expected.kind) {
    case 'term':
      yield* terms(catalogue)
      yield* plain('word', ['not'])
      return
    case 'joint':
      yield* plain('word', ['and', 'or', 'order by'])
      yield* terms(catalogue)
      return
    case 'comparison':
      yield* comparisons(expected.target)
      yield* plain('word', ['and', 'or', 'order by'])
      return
    case 'value':
      yield* values(expected.target, catalogue)
      return
    case 'notIn':
      yield* plain('comparison', ['in ('])
      yield* terms(catalogue)
      return
    case 'sortField':
      yield* sortFields(catalogue)
      return
    default:
      yield* plain('word', NEXT_WORDS[expected.kind])
  }
}

const NEXT_WORDS = {
  list: ['('],
  empty: ['empty', 'not empty'],
  notEmpty: ['empty'],
  sortDirection: ['asc', 'desc'],
  nothing: [],
} as const

function* plain(kind: Suggestion['kind'], texts: readonly string[]): Iterable<Candidate> {
  for (const text of texts) yield { kind, text, label: text, folded: [foldText(text)] }
}

function* terms(catalogue: QueryCatalogue): Iterable<Candidate> {
  yield* plain(
    'field',
    QUERY_FIELDS.map(({ name }) => name),
  )
  yield* customFields(catalogue)
  yield* plain('flag', QUERY_FLAGS)
  for (const { name, aliases } of QUERY_FIELDS) {
    for (const alias of aliases) yield { kind: 'field', text: name, label: alias, folded: [foldText(alias)] }
  }
}

function* sortFields(catalogue: QueryCatalogue): Iterable<Candidate> {
  yield* plain(
    'field',
    QUERY_FIELDS.filter(({ sortable }) => sortable).map(({ name }) => name),
  )
  yield* customFields(catalogue)
}

/** By the bare key, unless that would be read as something else. */
function* customFields(catalogue: QueryCatalogue): Iterable<Candidate> {
  for (const field of catalogue.customFields.values()) {
    const isTaken = findQueryField(field.key) !== undefined || isReserved(field.key)
    const folded = [foldText(field.key), foldText(field.name)]
    yield { kind: 'field', text: isTaken ? customTarget(field).name : field.key, label: field.name, folded }
  }
}

function* comparisons({ type, optional }: FieldTarget): Iterable<Candidate> {
  for (const comparison of comparisonsOf(type, optional)) {
    const isList = comparison === 'in' || comparison === 'not in'
    yield {
      kind: 'comparison',
      text: isList ? `${comparison} (` : comparison,
      label: comparison,
      folded: [comparison],
    }
  }
}

function* values(target: FieldTarget, catalogue: QueryCatalogue): Iterable<Candidate> {
  if (target.type === 'person') yield* plain('value', ['me'])
  const index = indexFor(target, catalogue)
  if (index) yield* named(index)
  else yield* plain('value', wordsFor(target))
}

function* named(index: NameIndex): Iterable<Candidate> {
  for (const { written, name, folded } of index.entries) {
    yield { kind: 'value', text: printValue(queryValue(written)), label: name, folded }
  }
}

function indexFor(target: FieldTarget, catalogue: QueryCatalogue): NameIndex | null {
  switch (target.type) {
    case 'state':
      return catalogue.states
    case 'type':
      return catalogue.types
    case 'person':
      return catalogue.people
    case 'team':
      return catalogue.teams
    case 'label':
      return catalogue.labels
    case 'container':
      return catalogue.containers
    case 'choice':
      return choiceIndex(target)
    default:
      return null
  }
}

function wordsFor({ type }: FieldTarget): readonly string[] {
  switch (type) {
    case 'group':
      return STATE_GROUPS
    case 'kind':
      return CONTAINER_KINDS
    case 'area':
      return AREAS_OF_INTEREST
    case 'priority':
      return PRIORITY_NAMES
    case 'date':
    case 'instant':
      return DAY_WORDS
    default:
      return []
  }
}
