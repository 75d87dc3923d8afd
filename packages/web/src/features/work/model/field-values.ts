import type { FieldView } from '@millrace/contract'
import {
  type FieldReader,
  type FieldValue,
  type FormulaWorld,
  isComputed,
  type WorkItem,
} from '@millrace/core/work'
import { texts } from '../texts.ts'
import { formulasOf } from './formula-engine.ts'
import type { Lookup } from './lookup.ts'
import { viewerOf } from './viewer.ts'

/** Formulas ready to be worked out, as long as names and the day stay the same. */
const ready = new WeakMap<Lookup, Map<string, FieldReader>>()

/** The value of a custom field: filled in, gathered from sub-items, or worked out here. */
export function fieldValue(
  item: Pick<WorkItem, 'fields'>,
  field: FieldView,
  lookup: Lookup,
): FieldValue | undefined {
  if (field.kind !== 'formula') return item.fields[field.id]
  // A formula reads whole items, and only whole items stand in views.
  return formulaReader(field, lookup)(item as WorkItem) ?? undefined
}

function formulaReader(field: FieldView, lookup: Lookup): FieldReader {
  const kept = ready.get(lookup) ?? new Map<string, FieldReader>()
  ready.set(lookup, kept)
  const known = kept.get(field.id)
  if (known) return known
  const formulas = formulasOf(lookup.fields)
  const formula = formulas.check(field.id)
  const isUsable = formula.ok && formula.value.kind === 'formula'
  const reader = isUsable ? formulas.reader(formula.value.node, worldOf(lookup), 'shown') : () => null
  kept.set(field.id, reader)
  return reader
}

/** When and where formulas are worked out. */
export function worldOf(lookup: Lookup): FormulaWorld {
  const { today, timeZone, dayOf, currencyDigits } = viewerOf(lookup)
  const types = [...lookup.types.values()]
  return {
    today,
    timeZone,
    dayOf,
    currencyDigits,
    typeNames: new Map(types.map(({ id, name }) => [id, name])),
    stateNames: new Map(
      types.flatMap(({ id, workflow }) => workflow.states.map((state) => [`${id}/${state.id}`, state.name])),
    ),
  }
}

/** How a field comes to its value, for whoever wonders; undefined when somebody fills it in. */
export function howComputed(field: FieldView): string | undefined {
  if (!isComputed(field)) return undefined
  if (field.kind === 'formula') return `= ${field.formula ?? ''}`
  const { rollUp } = field
  if (!rollUp) return undefined
  return texts.rollUp(texts.measure[rollUp.measure], {
    of: rollUp.of,
    where: rollUp.where,
    isDeep: rollUp.over === 'below',
  })
}
