import { isNumber, parseNumber } from './number.ts'
import { parseDate, parseDateAndTime, parseDuration, parseTime, temporalText } from './temporal-text.ts'
import { literalOf } from './text.ts'
import { type FeelContext, type FeelKind, type FeelType, type FeelValue, isContext, isList } from './value.ts'

/** Objects within objects; what lies deeper is null. */
const MAX_DEPTH = 100

type ReadText = (text: string) => FeelValue

const READERS: Partial<Record<FeelKind, ReadText>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateAndTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
  number: parseNumber,
}

/**
 * A value of FEEL from JSON. Where a type is known, texts become the dates, times, durations and numbers
 * that it asks for; a text that is none stays one and so does not conform.
 */
export function fromJson(json: unknown, type: FeelType | null, depth = 0): FeelValue {
  if (json === null || json === undefined || depth > MAX_DEPTH) return null
  switch (typeof json) {
    case 'string':
      return fromText(json, type)
    case 'boolean':
      return json
    case 'number':
      return Number.isFinite(json) ? parseNumber(String(json)) : null
    case 'object':
      return Array.isArray(json) ? fromArray(json, type, depth) : fromObject(json, type, depth)
    default:
      return null
  }
}

function fromText(text: string, type: FeelType | null): FeelValue {
  const plain = baseOf(type)
  const read = plain?.kind === 'simple' ? READERS[plain.of] : undefined
  return read === undefined ? text : (read(text) ?? text)
}

function baseOf(type: FeelType | null): FeelType | null {
  return type?.kind === 'constrained' ? baseOf(type.base) : type
}

function fromArray(items: readonly unknown[], type: FeelType | null, depth: number): FeelValue {
  const list = baseOf(type)
  const of = list?.kind === 'list' ? list.of : null
  return items.map((item) => fromJson(item, of, depth + 1))
}

function fromObject(object: object, type: FeelType | null, depth: number): FeelContext {
  const context = baseOf(type)
  const components = context?.kind === 'context' ? context.components : null
  return new Map(
    Object.entries(object).map(([key, value]) => [
      key,
      fromJson(value, components?.get(key) ?? null, depth + 1),
    ]),
  )
}

/** JSON of a value: numbers that JavaScript would change are texts, and so are dates, durations and ranges. */
export function toJson(value: FeelValue): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (isNumber(value)) {
    const number = value.toNumber()
    return value.eq(number) || String(number) === value.toString() ? number : value.toString()
  }
  if (isList(value)) return value.map(toJson)
  if (isContext(value)) return Object.fromEntries([...value].map(([key, part]) => [key, toJson(part)]))
  if (value.kind === 'function') return null
  return value.kind === 'range' ? literalOf(value) : temporalText(value)
}
