import { hasMatch, replaceMatches, splitAt } from '../pattern/rewrite.ts'
import { type FeelNumber, numberOf, wholeOf } from '../values/number.ts'
import { textOf } from '../values/text.ts'
import type { Call, FeelValue } from '../values/value.ts'
import { any, list, nullable, number, optional, type Signature, signature, text } from './signature.ts'

/** A text may not grow beyond this in one call. */
const MAX_TEXT = 1_000_000

/** String functions, which count code points. @see DMN 1.5 §10.3.4.3 */
export const STRINGS: Readonly<Record<string, readonly Signature[]>> = {
  substring: [
    signature(
      [text('string'), number('start position'), optional(number('length'))],
      ([string, start, length]) => substring(string, start, length),
    ),
  ],
  'string length': [signature([text('string')], ([string]) => numberOf([...string].length))],
  'upper case': [signature([text('string')], ([string]) => string.toUpperCase())],
  'lower case': [signature([text('string')], ([string]) => string.toLowerCase())],
  'substring before': [
    signature([text('string'), text('match')], ([string, match]) =>
      string.slice(0, Math.max(0, string.indexOf(match))),
    ),
  ],
  'substring after': [
    signature([text('string'), text('match')], ([string, match]) => {
      const at = string.indexOf(match)
      return at < 0 ? '' : string.slice(at + match.length)
    }),
  ],
  contains: [signature([text('string'), text('match')], ([string, match]) => string.includes(match))],
  'starts with': [signature([text('string'), text('match')], ([string, match]) => string.startsWith(match))],
  'ends with': [signature([text('string'), text('match')], ([string, match]) => string.endsWith(match))],
  matches: [
    signature(
      [text('input'), text('pattern'), optional(nullable(text('flags')))],
      ([input, pattern, flags], call) => (spend(input, call) ? hasMatch(input, pattern, flags ?? '') : null),
    ),
  ],
  replace: [
    signature(
      [text('input'), text('pattern'), text('replacement'), optional(nullable(text('flags')))],
      ([input, pattern, replacement, flags], call) =>
        spend(input, call)
          ? bounded(replaceMatches(input, pattern, { replacement, flags: flags ?? '' }), call)
          : null,
    ),
  ],
  split: [
    signature([text('string'), text('delimiter')], ([string, delimiter], call) =>
      spend(string, call) ? splitAt(string, delimiter) : null,
    ),
  ],
  'string join': [
    signature([list('list'), optional(nullable(text('delimiter')))], ([items, delimiter], call) =>
      bounded(joined(items, delimiter ?? ''), call),
    ),
    signature(
      [list('list'), nullable(text('delimiter')), text('prefix'), text('suffix')],
      ([items, delimiter, prefix, suffix], call) => {
        const text = joined(items, delimiter ?? '')
        return text === null ? null : bounded(`${prefix}${text}${suffix}`, call)
      },
    ),
  ],
  string: [signature([any('from')], ([from], call) => bounded(textOf(from), call))],
}

function spend(text: string, { run, place }: Call): boolean {
  return run.spend(1 + text.length / 64, place)
}

function bounded(text: string | null, { run, place }: Call): string | null {
  if (text === null || text.length <= MAX_TEXT) return text
  return run.warn('feel.limit', { limit: MAX_TEXT }, place)
}

/** Positions begin with 1, or count from the end when negative. */
function substring(string: string, start: FeelNumber, length: FeelNumber | null): string | null {
  const points = [...string]
  const position = wholeOf(start.trunc())
  const count = length === null ? points.length : wholeOf(length.trunc())
  if (position === null || position === 0 || count === null || (length !== null && count < 1)) return null
  if (Math.abs(position) > points.length) return position > 0 ? '' : null
  const from = position > 0 ? position - 1 : points.length + position
  return points.slice(from, from + count).join('')
}

/** Nulls are left out; anything else that is no text gives null. */
function joined(items: readonly FeelValue[], delimiter: string): string | null {
  const texts = items.filter((item) => item !== null)
  return texts.every((item) => typeof item === 'string') ? texts.join(delimiter) : null
}
