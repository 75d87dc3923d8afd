import { isNumber, numberText } from './number.ts'
import { temporalText } from './temporal-text.ts'
import { type FeelRange, type FeelValue, isContext, isList } from './value.ts'

/** The text of a value, as the function `string` gives it; null of null. */
export function textOf(value: FeelValue): string | null {
  if (value === null) return null
  return typeof value === 'string' ? value : literalOf(value)
}

/** A value as FEEL writes it: texts within others are quoted. */
export function literalOf(value: FeelValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  if (isList(value)) return `[${value.map(literalOf).join(', ')}]`
  if (isContext(value)) {
    return `{${[...value].map(([key, part]) => `${keyOf(key)}: ${literalOf(part)}`).join(', ')}}`
  }
  if (value.kind === 'function') return 'function'
  return value.kind === 'range' ? rangeText(value) : temporalText(value)
}

function keyOf(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : literalOf(key)
}

function rangeText({ start, end, isStartIncluded, isEndIncluded }: FeelRange): string {
  const bound = (value: FeelValue) => (value === null ? '' : literalOf(value))
  return `${isStartIncluded ? '[' : '('}${bound(start)}..${bound(end)}${isEndIncluded ? ']' : ')'}`
}
