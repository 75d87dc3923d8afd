import { Cursor } from '../syntax/cursor.ts'
import { SyntaxFault } from '../syntax/syntax-fault.ts'
import { parseNumber } from '../values/number.ts'
import { compareOrdered } from '../values/ordering.ts'
import { parseTemporal } from '../values/temporal-text.ts'
import { type FeelRange, type FeelValue, kindOf } from '../values/value.ts'

const RANGE = /^\s*([[(\]])([\s\S]*?)\.\.([\s\S]*?)([\])[])\s*$/u

/** A range from its text, with literals as its ends; null when it is none. @see DMN 1.5 §10.3.4.1, range(from) */
export function parseRange(text: string): FeelRange | null {
  const [, opening = '', from = '', to = '', closing = ''] = RANGE.exec(text) ?? []
  if (opening === '') return null
  const [start, end] = [endpoint(from.trim()), endpoint(to.trim())]
  if (start === undefined || end === undefined) return null
  const range: FeelRange = {
    kind: 'range',
    start,
    end,
    isStartIncluded: opening === '[',
    isEndIncluded: closing === ']',
  }
  return isSound(range) ? range : null
}

/** At least one bound; only a bound can be included; the lower comes first. */
function isSound({ start, end, isStartIncluded, isEndIncluded }: FeelRange): boolean {
  if (start === null) return end !== null && !isStartIncluded
  if (end === null) return !isEndIncluded
  return isAscending(start, end)
}

function isAscending(start: FeelValue, end: FeelValue): boolean {
  const order = compareOrdered(start, end)
  return kindOf(start) === kindOf(end) && order !== null && order <= 0
}

const TEMPORAL = /^(?:@|(?:date|time|date and time|duration)\s*\(\s*)("(?:[^"\\]|\\.)*")\s*\)?$/u

/** A literal; nothing at all is no bound, and anything else `undefined`. */
function endpoint(text: string): FeelValue | undefined {
  if (text === '') return null
  if (text.startsWith('"')) return readText(text)
  const quoted = TEMPORAL.exec(text)?.[1]
  if (quoted === undefined) return parseNumber(text) ?? undefined
  const inner = readText(quoted)
  return inner === undefined ? undefined : (parseTemporal(inner) ?? undefined)
}

function readText(text: string): string | undefined {
  const cursor = new Cursor(text)
  try {
    const value = cursor.readString()
    return cursor.isAtEnd() ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}
