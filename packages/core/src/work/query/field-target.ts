import { ok, type Result } from '../../kernel/index.ts'
import type { CustomField } from '../custom-field.ts'
import { closestName } from './closest-name.ts'
import { foldText } from './fold.ts'
import type { QueryCatalogue, QueryViewer } from './query-catalogue.ts'
import {
  CUSTOM_PREFIX,
  CUSTOM_VALUE_TYPES,
  findQueryField,
  QUERY_FIELDS,
  type QueryFieldName,
  type ValueType,
} from './query-field.ts'
import { refuseQuery } from './query-refusal.ts'

/** What names and days are looked up in. */
export type BindContext = { readonly catalogue: QueryCatalogue; readonly viewer: QueryViewer }

/** The field that a query names: built in, or the organisation's own. */
export type FieldTarget = {
  /** As written canonically. */
  readonly name: string
  readonly type: ValueType
  readonly optional: boolean
  readonly sortable: boolean
  readonly source:
    | { readonly kind: 'builtIn'; readonly name: QueryFieldName }
    | { readonly kind: 'custom'; readonly field: CustomField }
}

/** Finds a field by name. A built-in one hides a custom one, unless that is written `field.key`. */
export function findTarget(name: string, catalogue: QueryCatalogue): FieldTarget | null {
  const builtIn = findQueryField(name)
  if (builtIn) {
    const { type, optional, sortable } = builtIn
    return { name: builtIn.name, type, optional, sortable, source: { kind: 'builtIn', name: builtIn.name } }
  }
  const key = name.startsWith(CUSTOM_PREFIX) ? name.slice(CUSTOM_PREFIX.length) : name
  const field = catalogue.customFields.get(foldText(key))
  return field ? customTarget(field) : null
}

/** A custom field as a query sees it. */
export function customTarget(field: CustomField): FieldTarget {
  const type = CUSTOM_VALUE_TYPES[field.kind]
  return {
    name: CUSTOM_PREFIX + field.key,
    type,
    optional: true,
    sortable: true,
    source: { kind: 'custom', field },
  }
}

/** As `findTarget`, refused with the nearest name when there is none. */
export function resolveTarget(name: string, at: number, catalogue: QueryCatalogue): Result<FieldTarget> {
  const target = findTarget(name, catalogue)
  if (target) return ok(target)
  const suggestion = closestName(name, fieldNames(catalogue))
  return refuseQuery('query.field_unknown', { position: at, found: name, suggestion })
}

function* fieldNames(catalogue: QueryCatalogue): Iterable<string> {
  for (const { name, aliases } of QUERY_FIELDS) {
    yield name
    yield* aliases
  }
  for (const { key } of catalogue.customFields.values()) {
    yield key
    yield CUSTOM_PREFIX + key
  }
}
