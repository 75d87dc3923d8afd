import { isUsableKey } from './form-expression.ts'
import type { FormFault } from './form-fault.ts'
import { FORM_OPTIONS_MAX, type FormField, type FormPart, isChoice, isFormField } from './form-schema.ts'
import { readValue } from './form-value.ts'

/** What is wrong with a form apart from its expressions. */
export function findFormFaults(parts: readonly FormPart[]): readonly FormFault[] {
  const seen = new Set<string>()
  return parts.flatMap((part, at) => {
    if (!isFormField(part)) return []
    const faults = [
      ...keyFaults(part, seen),
      ...optionFaults(part),
      ...limitFaults(part),
      ...defaultFaults(part),
    ]
    seen.add(part.key)
    return faults.map((fault) => ({ ...fault, at }))
  })
}

type Fault = Omit<FormFault, 'at'>

function keyFaults({ key }: FormField, seen: ReadonlySet<string>): readonly Fault[] {
  if (!isUsableKey(key)) return [{ code: 'form.key', params: { key }, property: 'key' }]
  return seen.has(key) ? [{ code: 'form.key_twice', params: { key }, property: 'key' }] : []
}

function optionFaults(field: FormField): readonly Fault[] {
  if (!isChoice(field) || field.optionsFrom) return []
  const options = field.options ?? []
  if (options.length === 0) return [{ code: 'form.no_options', params: {}, property: 'options' }]
  if (options.length > FORM_OPTIONS_MAX) {
    return [{ code: 'form.too_many', params: { max: FORM_OPTIONS_MAX }, property: 'options' }]
  }
  const values = options.map((option) => option.value)
  const twice = values.find((value, at) => values.indexOf(value) < at)
  return twice === undefined
    ? []
    : [{ code: 'form.option_twice', params: { value: twice }, property: 'options' }]
}

function limitFaults(field: FormField): readonly Fault[] {
  const wrong = (property: 'min' | 'max' | 'minLength') => [
    { code: 'form.limits', params: {}, property } as const,
  ]
  const [min, max] = [limitOf(field, field.min), limitOf(field, field.max)]
  if (min === undefined) return wrong('min')
  if (max === undefined) return wrong('max')
  if (min !== null && max !== null && min > max) return wrong('min')
  const { minLength, maxLength } = field
  return minLength && maxLength && minLength > maxLength ? wrong('minLength') : []
}

function defaultFaults(field: FormField): readonly Fault[] {
  const isTaken = field.default === undefined || readValue(field, field.default) !== undefined
  return isTaken ? [] : [{ code: 'form.default', params: {}, property: 'default' }]
}

/** A least or greatest value as values of the field are compared; `undefined` when it is none. */
export function limitOf(field: FormField, limit: FormField['min']): number | string | null | undefined {
  if (limit === null || limit === undefined) return null
  const value = readValue(field, limit)
  return typeof value === typeof limit && (typeof value === 'number' || typeof value === 'string')
    ? value
    : undefined
}
