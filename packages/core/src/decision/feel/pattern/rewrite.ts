import { compilePattern, type PatternMatch } from './pattern.ts'

/** Steps that one call may take, whatever its pattern and text. */
const MAX_STEPS = 32_000_000

/** Matches one after another; null when the pattern also matches nothing, which XPath calls an error. */
function allMatches(text: string, patternText: string, flags: string): readonly PatternMatch[] | null {
  const pattern = compilePattern(patternText, flags)
  const budget = { left: MAX_STEPS }
  if (pattern === null || pattern.find('', 0, budget) !== null) return null
  const matches: PatternMatch[] = []
  for (let from = 0; from <= text.length; ) {
    const match = pattern.find(text, from, budget)
    if (match === undefined) return null
    if (match === null) break
    matches.push(match)
    from = Math.max(match[1] ?? 0, from + 1)
  }
  return matches
}

/** Whether a text has a match; null when the pattern is none, or too costly. */
export function hasMatch(text: string, pattern: string, flags: string): boolean | null {
  const match = compilePattern(pattern, flags)?.find(text, 0, { left: MAX_STEPS })
  return match === undefined ? null : match !== null
}

/**
 * Puts a replacement, in which `$1` is the first group, for every match.
 *
 * @returns null for patterns and replacements that are none
 * @see XPath and XQuery Functions and Operators 3.1 §5.6.4
 */
export function replaceMatches(
  text: string,
  pattern: string,
  { replacement, flags }: { readonly replacement: string; readonly flags: string },
): string | null {
  const isLiteral = flags.includes('q')
  if (!isLiteral && !/^(?:[^\\$]|\\[\\$]|\$\d)*$/u.test(replacement)) return null
  const matches = allMatches(text, pattern, flags)
  if (matches === null) return null
  const parts: string[] = []
  let from = 0
  for (const match of matches) {
    parts.push(text.slice(from, match[0]), isLiteral ? replacement : filled(replacement, text, match))
    from = match[1] ?? from
  }
  return [...parts, text.slice(from)].join('')
}

/** `$12` is the twelfth group when there is one, or else the first and a 2. */
function filled(replacement: string, text: string, match: PatternMatch): string {
  const groups = match.length / 2
  return replacement.replace(/\\(.)|\$(\d+)/gu, (_whole, escaped: string | undefined, digits = '') => {
    if (escaped !== undefined) return escaped
    let length = String(digits).length
    while (length > 1 && Number(String(digits).slice(0, length)) >= groups) length -= 1
    const index = Number(String(digits).slice(0, length))
    const [from, to] = [match[2 * index] ?? -1, match[2 * index + 1] ?? -1]
    return (from < 0 || to < 0 ? '' : text.slice(from, to)) + String(digits).slice(length)
  })
}

/** The parts of a text between matches; null for a pattern that is none. */
export function splitAt(text: string, pattern: string): readonly string[] | null {
  const matches = allMatches(text, pattern, '')
  if (matches === null) return null
  const parts: string[] = []
  let from = 0
  for (const match of matches) {
    parts.push(text.slice(from, match[0]))
    from = match[1] ?? from
  }
  return [...parts, text.slice(from)]
}
