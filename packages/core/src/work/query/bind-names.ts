import { ok, type Result } from '../../kernel/index.ts'
import { readPart } from './bind-texts.ts'
import type { BoundNode, ListProperty } from './bound-query.ts'
import { closestName } from './closest-name.ts'
import type { FieldBinding } from './field-binding.ts'
import { idProperty } from './field-property.ts'
import { type FieldTarget, optionsOf } from './field-target.ts'
import type { NameIndex } from './name-index.ts'
import type { QueryValue } from './query.ts'
import { indexByName, type QueryViewer } from './query-catalogue.ts'
import { refuseQuery } from './query-refusal.ts'
import { mapResult, readEach } from './value-refusal.ts'

/** Where names are looked up. With a viewer, `me` is one. */
type Names = { readonly index: NameIndex; readonly viewer?: QueryViewer }

/** A field that holds one id: a type, a person, a team, an option. */
export function bindReference(target: FieldTarget, names: Names): FieldBinding {
  const property = idProperty(target)
  const oneOf = (values: readonly string[]): BoundNode => ({ kind: 'oneOf', property, values })
  return {
    equals: (values) =>
      mapResult(
        readEach(values, (value) => readId(value, target.name, names)),
        oneOf,
      ),
    contains: (value) => mapResult(readIdsContaining(value, target.name, names.index), oneOf),
    ...(target.optional ? { empty: { kind: 'empty', property } } : {}),
  }
}

/** A field that holds several ids: equal to a value means that the value is among them. */
export function bindMembers(
  target: FieldTarget,
  { list, index }: { readonly list: ListProperty['name']; readonly index: NameIndex },
): FieldBinding {
  const property: ListProperty = { type: 'list', name: list }
  const overlaps = (ids: readonly string[]): BoundNode => ({ kind: 'overlaps', property, ids })
  return {
    equals: (values) =>
      mapResult(
        readEach(values, (value) => readId(value, target.name, { index })),
        overlaps,
      ),
    contains: (value) => mapResult(readIdsContaining(value, target.name, index), overlaps),
    ...(target.optional ? { empty: { kind: 'empty', property } } : {}),
  }
}

/** The options of a choice field by name. */
export function choiceIndex(target: FieldTarget): NameIndex {
  return indexByName(optionsOf(target))
}

/** Candidates named in a refusal. */
const MAX_CANDIDATES = 10
/** How many names are compared letter by letter for a suggestion. */
const MAX_COMPARED = 2000

function readId(value: QueryValue, field: string, { index, viewer }: Names): Result<string> {
  const position = value.at
  if (viewer && !value.quoted && value.text.toLowerCase() === 'me') {
    return viewer.me === null ? refuseQuery('query.nobody_is_me', { position, field }) : ok(viewer.me)
  }
  const found = index.find(value.text)
  const [only, second] = found
  if (only && !second) return ok(only.id)
  if (only) {
    const expected = found.slice(0, MAX_CANDIDATES).map(({ written }) => written)
    return refuseQuery('query.value_ambiguous', { position, field, found: value.text, expected })
  }
  return refuseUnknownName(value, field, index)
}

/** A name that nothing has, with the names that contain it, or the nearest one. */
export function refuseUnknownName(value: QueryValue, field: string, index: NameIndex) {
  const part = value.text === '' ? [] : index.containing(value.text.toLowerCase())
  const names = index.entries.slice(0, MAX_COMPARED).map(({ written }) => written)
  const suggestion = part[0]?.written ?? closestName(value.text, names)
  const expected = part.slice(0, MAX_CANDIDATES).map(({ written }) => written)
  return refuseQuery('query.value_unknown', {
    position: value.at,
    field,
    found: value.text,
    expected,
    suggestion,
  })
}

function readIdsContaining(value: QueryValue, field: string, index: NameIndex): Result<readonly string[]> {
  return mapResult(readPart(value, field), (part) => index.containing(part).map(({ id }) => id))
}
