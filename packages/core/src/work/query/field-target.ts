import { ok, type Result } from '../../kernel/index.ts'
import { type CustomField, shownKind } from '../custom-field.ts'
import type { FormulaWorld } from '../formula/formula-reader.ts'
import type { BoundFormula } from './bound-query.ts'
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
    | {
        readonly kind: 'custom'
        readonly field: CustomField
        /** Of a field that is worked out from others, when it is known who asks. */
        readonly formula: BoundFormula | null
      }
}

/** Finds a field by name. A built-in one hides a custom one, unless that is written `field.key`. */
export function findTarget(
  name: string,
  { catalogue, viewer }: Pick<BindContext, 'catalogue'> & Partial<BindContext>,
): FieldTarget | null {
  const builtIn = findQueryField(name)
  if (builtIn) {
    const { type, optional, sortable } = builtIn
    return { name: builtIn.name, type, optional, sortable, source: { kind: 'builtIn', name: builtIn.name } }
  }
  const key = name.startsWith(CUSTOM_PREFIX) ? name.slice(CUSTOM_PREFIX.length) : name
  const field = catalogue.customFields.get(foldText(key))
  return field ? customTarget(field, viewer ? formulaOf(field, { catalogue, viewer }) : null) : null
}

/** A custom field as a query sees it. */
export function customTarget(field: CustomField, formula: BoundFormula | null = null): FieldTarget {
  const shown = shownKind(field)
  const isYesNo = shown === 'yesNo'
  return {
    name: CUSTOM_PREFIX + field.key,
    type: CUSTOM_VALUE_TYPES[shown],
    optional: !isYesNo,
    sortable: true,
    source: { kind: 'custom', field: isYesNo ? { ...field, options: YES_NO } : field, formula },
  }
}

/** The two values of a condition, in the order in which they are sorted. */
const YES_NO: CustomField['options'] = [
  { id: 'no', name: 'No' },
  { id: 'yes', name: 'Yes' },
]

/** What a choice chooses from, in the order in which it is sorted. */
export function optionsOf({ source }: FieldTarget): CustomField['options'] {
  return source.kind === 'custom' ? source.field.options : YES_NO
}

function formulaOf(field: CustomField, { catalogue, viewer }: BindContext): BoundFormula | null {
  if (field.kind !== 'formula') return null
  const checked = catalogue.formulas.check(field.id)
  if (!checked.ok || checked.value.kind !== 'formula') return null
  const { node } = checked.value
  const world = worldOf({ catalogue, viewer })
  return { node, world, read: catalogue.formulas.reader(node, world, 'folded') }
}

/** When and where formulas are asked. */
export function worldOf({ catalogue, viewer }: BindContext): FormulaWorld {
  const { today, timeZone, dayOf, currencyDigits } = viewer
  const { stateNames, typeNames } = catalogue
  return { today, timeZone, dayOf, currencyDigits, stateNames, typeNames }
}

/** As `findTarget`, refused with the nearest name when there is none. */
export function resolveTarget(name: string, at: number, context: BindContext): Result<FieldTarget> {
  const target = findTarget(name, context)
  if (target) return ok(target)
  const suggestion = closestName(name, fieldNames(context.catalogue))
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
