import { err, isId, ok, type Result } from '../../kernel/index.ts'
import { AREAS_OF_INTEREST } from '../area-of-interest.ts'
import { CONTAINER_KINDS } from '../container.ts'
import { STATE_GROUPS } from '../workflow.ts'
import { refuseUnknownName } from './bind-names.ts'
import { readPart } from './bind-texts.ts'
import type { BoundNode, OrderComparison } from './bound-query.ts'
import { closestName } from './closest-name.ts'
import type { FieldBinding } from './field-binding.ts'
import type { FieldTarget } from './field-target.ts'
import { foldText } from './fold.ts'
import type { QueryValue } from './query.ts'
import type { QueryCatalogue, StateRef } from './query-catalogue.ts'
import { refuseQuery } from './query-refusal.ts'
import { mapResult, readEach } from './value-refusal.ts'

/** States by name or id, of every type that has one. */
export function bindState(target: FieldTarget, catalogue: QueryCatalogue): FieldBinding {
  const stateNode = (states: readonly StateRef[]): BoundNode => ({ kind: 'state', states })
  const read = (value: QueryValue): Result<readonly StateRef[]> => {
    const states = catalogue.statesByName.get(foldText(value.text))
    return states ? ok(states) : refuseUnknownName(value, target.name, catalogue.states)
  }
  const containing = (part: string) =>
    catalogue.states.containing(part).flatMap(({ id }) => catalogue.statesByName.get(id) ?? [])
  return {
    equals: (values) => mapResult(readEach(values, read), (states) => stateNode(states.flat())),
    contains: (value) => mapResult(readPart(value, target.name), (part) => stateNode(containing(part))),
  }
}

/** Groups in the order of the board, so that `group >= inProgress` means everything begun. */
export function bindGroup(target: FieldTarget): FieldBinding {
  const oneOf = (values: readonly string[]): BoundNode => ({
    kind: 'oneOf',
    property: { type: 'id', name: 'stateGroup' },
    values,
  })
  const read = (value: QueryValue) => readWord(value, target.name, STATE_GROUPS)
  return {
    equals: (values) => mapResult(readEach(values, read), oneOf),
    compare: (comparison, value) => mapResult(read(value), (group) => oneOf(groupsThat(comparison, group))),
  }
}

function groupsThat(comparison: OrderComparison, group: (typeof STATE_GROUPS)[number]): readonly string[] {
  const place = STATE_GROUPS.indexOf(group)
  switch (comparison) {
    case '<':
      return STATE_GROUPS.slice(0, place)
    case '<=':
      return STATE_GROUPS.slice(0, place + 1)
    case '>':
      return STATE_GROUPS.slice(place + 1)
    case '>=':
      return STATE_GROUPS.slice(place)
  }
}

/** Kind of any container that the item is in. */
export function bindKind(target: FieldTarget, catalogue: QueryCatalogue): FieldBinding {
  return {
    equals: (values) =>
      mapResult(
        readEach(values, (value) => readWord(value, target.name, CONTAINER_KINDS)),
        (kinds) => ({
          kind: 'overlaps',
          property: { type: 'list', name: 'containerIds' },
          ids: kinds.flatMap((kind) => catalogue.containerIdsByKind[kind]),
        }),
      ),
  }
}

/** Areas of interest by their place in the 3x3 table. */
export function bindArea(target: FieldTarget): FieldBinding {
  return {
    equals: (values) =>
      mapResult(
        readEach(values, (value) => readWord(value, target.name, AREAS_OF_INTEREST)),
        (areas) => ({ kind: 'oneOf', property: { type: 'id', name: 'area' }, values: areas }),
      ),
  }
}

/** Another item by key or id. A key that no item has matches nothing. */
export function bindItem(): FieldBinding {
  return {
    equals: (values) => {
      const texts = values.map(({ text }) => text.trim())
      const ids = texts.map((text) => text.toLowerCase()).filter(isId)
      const keys = texts.map((text) => text.toUpperCase()).filter((text) => !isId(text.toLowerCase()))
      const byId: BoundNode = { kind: 'oneOf', property: { type: 'id', name: 'parentId' }, values: ids }
      const byKey: BoundNode = { kind: 'parent', keys }
      if (ids.length === 0) return ok(byKey)
      return ok(keys.length === 0 ? byId : { kind: 'any', nodes: [byId, byKey] })
    },
    empty: { kind: 'empty', property: { type: 'id', name: 'parentId' } },
  }
}

/** One of a few fixed words, in any case; blanks and hyphens inside do not matter. */
export function readWord<Word extends string>(
  value: QueryValue,
  field: string,
  words: readonly Word[],
): Result<Word> {
  const wanted = bare(value.text)
  const word = words.find((known) => bare(known) === wanted)
  if (word !== undefined) return ok(word)
  const { refusal } = refuseQuery('query.value_unknown', {
    position: value.at,
    field,
    found: value.text,
    expected: words,
    suggestion: closestName(value.text, words),
  })
  return err(refusal)
}

function bare(text: string): string {
  return text.replace(/[\s_-]/g, '').toLowerCase()
}
