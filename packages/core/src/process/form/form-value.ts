import { type FeelValue, fromJson, isNumber, parseTime, toJson } from '../../decision/index.ts'
import { isId, isPlainDate } from '../../kernel/index.ts'
import { FORM_OPTIONS_MAX, type FormField, type FormFieldKind, type FormValue } from './form-schema.ts'

/** Characters of one text. */
export const FORM_TEXT_MAX = 10_000
/** Digits that amounts of money have behind the point, unless the field says otherwise. */
const CENTS = 2

/** What a kind makes of what it is given; `undefined`: it does not take that. Nothing is null. */
const READERS: Readonly<Record<FormFieldKind, (raw: unknown) => FormValue | undefined>> = {
  text: readText,
  longText: readText,
  number: readNumber,
  money: readNumber,
  yesNo: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  date: (raw) => (typeof raw === 'string' && isPlainDate(raw) ? raw : undefined),
  time: (raw) => (typeof raw === 'string' ? readTime(raw) : undefined),
  dateTime: (raw) => (typeof raw === 'string' ? readDateTime(raw) : undefined),
  choice: readOption,
  choices: readOptions,
  person: readId,
  link: (raw) =>
    typeof raw === 'string' && /^(https?|mailto|tel):/i.test(raw) && raw.length <= FORM_TEXT_MAX
      ? raw
      : undefined,
  file: readId,
}

/**
 * A value as the field holds it: times with their seconds, each choice once.
 *
 * @returns `undefined` when the field does not take it
 */
export function readValue({ kind }: Pick<FormField, 'kind'>, raw: unknown): FormValue | undefined {
  const isNothing = raw === null || (typeof raw === 'string' && raw.trim() === '')
  return isNothing ? null : READERS[kind](raw)
}

function readText(raw: unknown): FormValue | undefined {
  return typeof raw === 'string' && raw.length <= FORM_TEXT_MAX ? raw : undefined
}

function readNumber(raw: unknown): FormValue | undefined {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
}

function readTime(text: string): string | undefined {
  if (!/^\d\d:\d\d(:\d\d)?$/.test(text)) return undefined
  const full = text.length === 5 ? `${text}:00` : text
  return parseTime(full) === null ? undefined : full
}

function readDateTime(text: string): string | undefined {
  const [day = '', time = ''] = text.split('T')
  const full = readTime(time)
  return isPlainDate(day) && full !== undefined && text.length <= 19 ? `${day}T${full}` : undefined
}

function readId(raw: unknown): FormValue | undefined {
  return typeof raw === 'string' && isId(raw) ? raw : undefined
}

function readOption(raw: unknown): string | number | undefined {
  if (typeof raw === 'string') return raw.length <= FORM_TEXT_MAX ? raw : undefined
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
}

function readOptions(raw: unknown): FormValue | undefined {
  if (!Array.isArray(raw) || raw.length > FORM_OPTIONS_MAX) return undefined
  const values = raw.map(readOption)
  const known = values.filter((value) => value !== undefined)
  if (known.length < values.length) return undefined
  return known.length === 0 ? null : [...new Set(known)]
}

const FEEL_KINDS = { date: 'date', time: 'time', dateTime: 'date and time' } as const
const isTemporal = (kind: FormFieldKind): kind is keyof typeof FEEL_KINDS => kind in FEEL_KINDS

/** A value as expressions see it. */
export function toFeel({ kind }: Pick<FormField, 'kind'>, value: FormValue): FeelValue {
  return fromJson(value, isTemporal(kind) ? { kind: 'simple', of: FEEL_KINDS[kind] } : null)
}

/** How many digits behind the point a field takes; null: any number. */
export function decimalsOf({ kind, decimals }: Pick<FormField, 'kind' | 'decimals'>): number | null {
  return decimals ?? (kind === 'money' ? CENTS : null)
}

/**
 * What an expression came to, as the field holds it; numbers are rounded to the digits it takes, half to even.
 *
 * @returns `undefined` when the field does not take it
 */
export function fromFeel(
  field: Pick<FormField, 'kind' | 'decimals'>,
  value: FeelValue,
): FormValue | undefined {
  if (field.kind === 'text' || field.kind === 'longText') return readValue(field, wordsOf(value))
  if (!isNumber(value)) return readValue(field, toJson(value))
  const decimals = decimalsOf(field)
  return readValue(field, (decimals === null ? value : value.toDecimalPlaces(decimals)).toNumber())
}

/** Texts take numbers, days and truths as they are written. */
function wordsOf(value: FeelValue): unknown {
  const json = toJson(value)
  return typeof json === 'number' || typeof json === 'boolean' ? String(json) : json
}
