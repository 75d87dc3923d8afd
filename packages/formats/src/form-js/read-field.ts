import { type FormField, type FormFieldKind, type FormOption, isChoice } from '@millrace/core/process'
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf, textOrNull } from '../json/index.ts'
import { allOf, type FormBuilder, type Surroundings } from './form-builder.ts'
import { expressionIn, visibleIn } from './written.ts'

/** The kinds of component that are filled in, as our fields. */
const KINDS: Readonly<Record<string, FormFieldKind>> = {
  textfield: 'text',
  textarea: 'longText',
  number: 'number',
  checkbox: 'yesNo',
  radio: 'choice',
  select: 'choice',
  checklist: 'choices',
  taglist: 'choices',
  filepicker: 'file',
}
const DATE_KINDS: Readonly<Record<string, FormFieldKind>> = { time: 'time', datetime: 'dateTime' }
const PATTERNS: Readonly<Record<string, string>> = {
  email: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
  phone: '\\+?[0-9 ()./\\-]{4,}',
}

/** Of which kind a component's field is; null when it is none. */
export function kindIn(component: JsonRecord): FormFieldKind | null {
  const type = textOf(component.type)
  if (type === 'datetime') return DATE_KINDS[textOf(component.subtype)] ?? 'date'
  return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? null) : null
}

/** Takes a component over that people fill in. */
export function readField(
  component: JsonRecord,
  kind: FormFieldKind,
  { builder, around }: { readonly builder: FormBuilder; readonly around: Surroundings },
): void {
  const path = around.path === '' ? '' : `${around.path}.`
  const key = builder.keyFor(`${path}${textOf(component.key) || textOf(component.id)}`)
  const field = { kind, key, label: labelIn(component, key, builder) }
  builder.add({
    ...field,
    help: textOrNull(component.description),
    visibleWhen: allOf([...around.visible, ...visibleIn(component)]),
    readOnly: switchIn(component.readonly) ?? switchIn(component.disabled),
    ...validationIn(component, field),
    ...defaultIn(component, kind),
    ...optionsIn(component, kind),
  })
}

function labelIn(component: JsonRecord, key: string, builder: FormBuilder): string {
  const written = [component.label, component.dateLabel, component.timeLabel].map(textOf).find(Boolean) ?? ''
  const isComputed = expressionIn(written) !== null || written.includes('{{')
  if (isComputed) builder.note('formjs.label_computed', { label: key })
  return isComputed || written === '' ? key : written.slice(0, 300)
}

function switchIn(value: unknown): boolean | string | null {
  return value === true ? true : expressionIn(value)
}

/** Numbers stay limits; limits that are worked out, and a box that must be ticked, become a check. */
function validationIn(
  component: JsonRecord,
  { key, kind }: Pick<FormField, 'key' | 'kind'>,
): Partial<FormField> {
  const { required, validationType, pattern, ...limits } = recordOf(component.validate)
  const checks = [
    ...limitChecks(limits, key),
    ...(kind === 'yesNo' && required === true ? [key] : []),
    ...(component.disallowPassedDates === true ? [notPassed(key, kind)] : []),
  ]
  return {
    required: kind === 'yesNo' ? null : switchIn(required),
    min: kind === 'number' ? numberOf(limits.min) : null,
    max: kind === 'number' ? numberOf(limits.max) : null,
    minLength: wholeOf(limits.minLength),
    maxLength: wholeOf(limits.maxLength),
    decimals: wholeOf(component.decimalDigits),
    pattern: PATTERNS[textOf(validationType)] ?? wholePattern(textOf(pattern)),
    check: allOf(checks),
  }
}

function limitChecks(limits: JsonRecord, key: string): readonly string[] {
  const check = (property: string, left: string, operator: string) => {
    const expression = expressionIn(limits[property])
    return expression === null ? [] : [`${left} ${operator} (${expression})`]
  }
  return [
    ...check('min', key, '>='),
    ...check('max', key, '<='),
    ...check('minLength', `string length(${key})`, '>='),
    ...check('maxLength', `string length(${key})`, '<='),
  ]
}

function notPassed(key: string, kind: FormFieldKind): string {
  return kind === 'dateTime' ? `date(${key}) >= today()` : `${key} >= today()`
}

function wholeOf(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null
}

/** Our patterns are for all of the text; theirs are found anywhere in it. */
function wholePattern(pattern: string): string | null {
  if (pattern === '') return null
  const isWhole = /^\^[^|]*\$$/.test(pattern)
  return isWhole ? pattern.slice(1, -1) : `[\\s\\S]*(?:${pattern})[\\s\\S]*`
}

function defaultIn({ defaultValue }: JsonRecord, kind: FormFieldKind): Partial<FormField> {
  const defaultFrom = expressionIn(defaultValue)
  if (defaultFrom !== null) return { defaultFrom }
  if (defaultValue === undefined || defaultValue === null || defaultValue === '') return {}
  // Their days carry a time and a zone.
  if (kind === 'date') return { default: textOf(defaultValue).slice(0, 10) }
  if (kind === 'dateTime') return { default: textOf(defaultValue).slice(0, 16) }
  if (kind === 'time') return { default: textOf(defaultValue).slice(0, 5) }
  if (kind === 'choices' && Array.isArray(defaultValue)) return { default: defaultValue.map(textOf) }
  return typeof defaultValue === 'boolean' || typeof defaultValue === 'number'
    ? { default: defaultValue }
    : { default: textOf(defaultValue) }
}

function optionsIn(component: JsonRecord, kind: FormFieldKind): Partial<FormField> {
  if (!isChoice({ kind })) return {}
  const optionsFrom = expressionIn(component.valuesExpression) ?? textOrNull(component.valuesKey)
  return optionsFrom === null ? { options: recordsOf(component.values).map(toOption) } : { optionsFrom }
}

function toOption({ value, label }: JsonRecord): FormOption {
  const kept = typeof value === 'number' ? value : textOf(value)
  return { value: kept, label: textOf(label) || String(kept) }
}
