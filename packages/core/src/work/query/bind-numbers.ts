import { ok, type Result } from '../../kernel/index.ts'
import { readWord } from './bind-words.ts'
import type { BoundNode, NumberProperty } from './bound-query.ts'
import type { FieldBinding } from './field-binding.ts'
import { numberProperty } from './field-property.ts'
import type { FieldTarget } from './field-target.ts'
import type { QueryValue } from './query.ts'
import { mapResult, readEach, refuseValue } from './value-refusal.ts'

/** The words for priority 0 to 4. */
export const PRIORITY_NAMES = ['none', 'low', 'medium', 'high', 'urgent'] as const

/** Numbers, money and effort, told apart by how they are written. */
export function bindNumbers(target: FieldTarget, readText: (text: string) => number | null): FieldBinding {
  const property = numberProperty(target)
  const read = (value: QueryValue): Result<number> => {
    const number = readText(value.text)
    return number === null ? refuseValue(value, target.name, target.type) : ok(number)
  }
  const comparisons = bindOrdered(property, read)
  return target.optional ? { ...comparisons, empty: { kind: 'empty', property } } : comparisons
}

/** Priorities by name or digit. To have none is to be empty. */
export function bindPriority(target: FieldTarget): FieldBinding {
  const property = numberProperty(target)
  const read = (value: QueryValue): Result<number> => {
    if (/^[0-4]$/.test(value.text)) return ok(Number(value.text))
    return mapResult(readWord(value, target.name, PRIORITY_NAMES), (name) => PRIORITY_NAMES.indexOf(name))
  }
  return { ...bindOrdered(property, read), empty: { kind: 'oneOf', property, values: [0] } }
}

function bindOrdered(property: NumberProperty, read: (value: QueryValue) => Result<number>): FieldBinding {
  return {
    equals: (values) =>
      mapResult(
        readEach(values, read),
        (numbers): BoundNode => ({ kind: 'oneOf', property, values: numbers }),
      ),
    compare: (comparison, value) =>
      mapResult(
        read(value),
        (number): BoundNode => ({ kind: 'compare', property, comparison, value: number }),
      ),
  }
}
