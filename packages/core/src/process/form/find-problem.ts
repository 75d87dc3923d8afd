import { type FeelContext, parseNumber } from '../../decision/index.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'
import type { CompiledField } from './compile-form.ts'
import { limitOf } from './find-form-faults.ts'
import { type FormField, type FormOption, type FormValue, isChoice, isFormList } from './form-schema.ts'
import { decimalsOf } from './form-value.ts'

/** What can be wrong with what somebody filled in. */
export const FORM_PROBLEM_CODES = [
  'form.required',
  /** No value of this kind: `kind`. */
  'form.wrong_kind',
  /** Less, or earlier, than `min`. */
  'form.too_small',
  'form.too_large',
  /** More than so many digits behind the point: `decimals`. */
  'form.decimals',
  /** Fewer than `min` characters. */
  'form.too_short',
  'form.too_long',
  'form.pattern',
  'form.not_an_option',
  'form.check',
  /** The same, in the words of whoever made the form: `message`. */
  'form.check_message',
  /** What is worked out is no value of this kind: `kind`. */
  'form.computed_wrong',
] as const

/** What is wrong with the value of a field. */
export type FormProblem = {
  readonly key: string
  readonly code: (typeof FORM_PROBLEM_CODES)[number]
  readonly params: Readonly<Record<string, string | number>>
}

/** A field with what is known of it. */
export type Held = {
  readonly compiled: CompiledField
  readonly value: FormValue
  readonly isRequired: boolean
  readonly options: readonly FormOption[]
  /** All values, as expressions see them. */
  readonly values: FeelContext
  readonly at: FeelMoment
}

type Found = Omit<FormProblem, 'key'> | null

/** The first thing that is wrong with a value of the right kind. */
export function findProblem(held: Held): Found {
  const { field } = held.compiled
  const { value } = held
  if (value === null) return held.isRequired ? { code: 'form.required', params: {} } : null
  return (
    findBeyond(field, value) ??
    findDecimals(field, value) ??
    findLength(field, value) ??
    findPattern(held) ??
    findOption(held) ??
    findCheck(held)
  )
}

function findBeyond(field: FormField, value: FormValue): Found {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const [min, max] = [limitOf(field, field.min) ?? null, limitOf(field, field.max) ?? null]
  if (min !== null && value < min) return { code: 'form.too_small', params: { min } }
  return max !== null && value > max ? { code: 'form.too_large', params: { max } } : null
}

function findDecimals(field: FormField, value: FormValue): Found {
  const decimals = decimalsOf(field)
  if (decimals === null || typeof value !== 'number') return null
  const digits = parseNumber(String(value))?.decimalPlaces() ?? 0
  return digits > decimals ? { code: 'form.decimals', params: { decimals } } : null
}

function findLength({ minLength, maxLength }: FormField, value: FormValue): Found {
  if (typeof value !== 'string') return null
  // Characters as people count them, not halves of them.
  const length = [...value].length
  if (minLength && length < minLength) return { code: 'form.too_short', params: { min: minLength } }
  return maxLength && length > maxLength ? { code: 'form.too_long', params: { max: maxLength } } : null
}

function findPattern({ compiled: { pattern }, value, at }: Held): Found {
  if (pattern === null || typeof value !== 'string') return null
  const isMatch = pattern.evaluate(new Map([['value', value]]), at).value === true
  return isMatch ? null : { code: 'form.pattern', params: {} }
}

function findOption({ compiled: { field }, value, options }: Held): Found {
  if (!isChoice(field)) return null
  const known = new Set<unknown>(options.map((option) => option.value))
  const chosen = isFormList(value) ? value : [value]
  return chosen.every((one) => known.has(one)) ? null : { code: 'form.not_an_option', params: {} }
}

function findCheck({ compiled: { check, field }, values, at }: Held): Found {
  if (check === null || check.evaluate(values, at).value === true) return null
  const message = field.checkMessage?.trim()
  return message ? { code: 'form.check_message', params: { message } } : { code: 'form.check', params: {} }
}
