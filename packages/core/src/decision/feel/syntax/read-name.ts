import type { Parser } from './parser.ts'

/**
 * The name of a variable: the longest that is known here. A name that holds `and` is a function and
 * must be called, since `date and time` is also two names.
 */
export function readName({ cursor, names }: Parser): string {
  cursor.skip()
  const known = names.matchVariable(cursor.text, cursor.at)
  if (known !== null && !isJoined(known.name, cursor.text, known.end)) {
    cursor.at = known.end
    return known.name
  }
  const words = cursor.readWords()
  return words === '' ? cursor.failExpecting('value') : words
}

const JOINING: ReadonlySet<string> = new Set([
  'date and time',
  'days and time duration',
  'years and months duration',
])

function isJoined(name: string, text: string, end: number): boolean {
  return JOINING.has(name) && !/^\s*\(/.test(text.slice(end, end + 20))
}
