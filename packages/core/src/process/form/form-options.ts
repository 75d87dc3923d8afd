import { type FeelContext, type FeelValue, isContext, isList, toJson } from '../../decision/index.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'
import type { CompiledField } from './compile-form.ts'
import { FORM_OPTIONS_MAX, type FormOption } from './form-schema.ts'

/** What there is to choose from. */
export function optionsOf(
  { field, optionsFrom }: CompiledField,
  values: FeelContext,
  at: FeelMoment,
): readonly FormOption[] {
  if (optionsFrom === null) return field.options ?? []
  const { value } = optionsFrom.evaluate(values, at)
  const options = (isList(value) ? value : []).slice(0, FORM_OPTIONS_MAX).flatMap(toOption)
  return [...new Map(options.map((option) => [option.value, option])).values()]
}

function toOption(item: FeelValue): readonly FormOption[] {
  if (!isContext(item)) return optionOf(toJson(item), null)
  return optionOf(toJson(item.get('value') ?? null), toJson(item.get('label') ?? null))
}

function optionOf(value: unknown, label: unknown): readonly FormOption[] {
  if (typeof value !== 'string' && typeof value !== 'number') return []
  return [{ value, label: typeof label === 'string' ? label : String(value) }]
}
