import { ok, type Result } from '../../kernel/index.ts'
import type { TextProperty } from './bound-query.ts'
import type { FieldBinding } from './field-binding.ts'
import { textProperty } from './field-property.ts'
import type { FieldTarget } from './field-target.ts'
import { foldText } from './fold.ts'
import type { QueryValue } from './query.ts'
import { mapResult, readEach, refuseValue } from './value-refusal.ts'

/** Texts are compared folded: neither case nor accents matter. */
export function bindTexts(target: FieldTarget): FieldBinding {
  const property = textProperty(target)
  const contains: FieldBinding = { contains: (value) => bindContains(value, property, target.name) }
  if (target.type === 'search') return contains
  return {
    ...contains,
    equals: (values) =>
      mapResult(
        readEach(values, (value) => readPart(value, target.name)),
        (texts) => ({ kind: 'oneOf', property, values: texts }),
      ),
    ...(target.optional ? { empty: { kind: 'empty', property } } : {}),
  }
}

/** Keys are equal in any case, and contained like a text. */
export function bindKey(target: FieldTarget): FieldBinding {
  return {
    equals: (values) =>
      ok({
        kind: 'oneOf',
        property: { type: 'id', name: 'key' },
        values: values.map(({ text }) => text.trim().toUpperCase()),
      }),
    contains: (value) => bindContains(value, { type: 'text', name: 'key' }, target.name),
  }
}

function bindContains(value: QueryValue, property: TextProperty, field: string) {
  return mapResult(readPart(value, field), (part) => ({ kind: 'contains', property, part }) as const)
}

/** A value folded for comparison. One of which nothing is left would be found everywhere. */
export function readPart(value: QueryValue, field: string): Result<string> {
  const part = foldText(value.text)
  return part === '' ? refuseValue(value, field, 'text') : ok(part)
}
