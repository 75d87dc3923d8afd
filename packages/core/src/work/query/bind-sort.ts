import { ok, type Result } from '../../kernel/index.ts'
import { AREAS_OF_INTEREST } from '../area-of-interest.ts'
import { STATE_GROUPS } from '../workflow.ts'
import type { BoundSort, SortSource } from './bound-query.ts'
import { dateProperty, idProperty, instantProperty, numberProperty, textProperty } from './field-property.ts'
import { type BindContext, type FieldTarget, optionsOf, resolveTarget } from './field-target.ts'
import type { Places } from './name-index.ts'
import type { SortTerm } from './query.ts'
import type { QueryCatalogue } from './query-catalogue.ts'
import { QUERY_FIELDS } from './query-field.ts'
import { refuseQuery } from './query-refusal.ts'

/** Finds out what a sort term sorts by. */
export function bindSort(term: SortTerm, context: BindContext): Result<BoundSort> {
  const target = resolveTarget(term.field, term.at, context)
  if (!target.ok) return target
  const source = sourceOf(target.value, context.catalogue)
  if (!target.value.sortable || !source) return refuseSort(term)
  // A small age is a late start.
  const descending = target.value.type === 'days' ? !term.descending : term.descending
  return ok({ name: sortName(target.value, term.descending), source, descending })
}

function refuseSort({ at, field }: SortTerm) {
  const expected = QUERY_FIELDS.filter(({ sortable }) => sortable).map(({ name }) => name)
  return refuseQuery('query.not_sortable', { position: at, found: field, field, expected })
}

function sortName({ name, source }: FieldTarget, descending: boolean): string {
  const stable = source.kind === 'custom' ? source.field.id : name
  return descending ? `${stable} desc` : stable
}

function sourceOf(target: FieldTarget, catalogue: QueryCatalogue): SortSource | null {
  switch (target.type) {
    case 'key':
      return { kind: 'key' }
    case 'text':
      return { kind: 'property', property: textProperty(target) }
    case 'date':
      return { kind: 'property', property: dateProperty(target) }
    case 'instant':
    case 'days':
      return { kind: 'property', property: instantProperty(target) }
    case 'priority':
    case 'duration':
    case 'money':
    case 'number':
      return { kind: 'property', property: numberProperty(target) }
    case 'state':
      return { kind: 'placed', property: { type: 'state' }, places: catalogue.statePlaces }
    default:
      return placedSource(target, catalogue)
  }
}

function placedSource(target: FieldTarget, catalogue: QueryCatalogue): SortSource | null {
  const places = placesOf(target, catalogue)
  return places && { kind: 'placed', property: idProperty(target), places }
}

function placesOf(target: FieldTarget, catalogue: QueryCatalogue): Places | null {
  switch (target.type) {
    case 'group':
      return inGivenOrder(STATE_GROUPS)
    case 'area':
      return inGivenOrder(AREAS_OF_INTEREST)
    case 'type':
      return catalogue.types.places()
    case 'container':
      return catalogue.containers.places()
    case 'person':
      return catalogue.people.places()
    case 'team':
      return catalogue.teams.places()
    case 'choice':
      return inGivenOrder(optionsOf(target).map(({ id }) => id))
    default:
      return null
  }
}

function inGivenOrder(ids: readonly string[]): Places {
  return new Map(ids.map((id, index) => [id, index]))
}
