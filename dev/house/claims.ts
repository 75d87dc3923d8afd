import type { TSAsExpression, TSTypeAssertion } from 'oxc-parser'
import type { House } from './house.ts'
import { placeOf } from './place.ts'
import { lineAt, type Source, walk } from './source.ts'
import type { Violation } from './violation.ts'

/** Claims the compiler cannot check: `as` without a reason, and settings read from the environment. */
export function checkClaims(house: House, sources: readonly Source[]): Violation[] {
  return sources
    .filter((source) => !source.isTest && source.path.startsWith('packages/'))
    .flatMap((source) => [...findAssertions(source), ...findEnvironment(house, source)])
}

/** `as const` claims nothing, and a comment on the same or the line before gives the reason. */
function findAssertions(source: Source): Violation[] {
  const explained = new Set<number>()
  for (const { start, end } of source.comments) {
    explained.add(lineAt(source, start))
    explained.add(lineAt(source, end) + 1)
  }
  const found: Violation[] = []
  const judge = ({ typeAnnotation, start, end }: TSAsExpression | TSTypeAssertion) => {
    const text = source.text.slice(typeAnnotation.start, typeAnnotation.end)
    const [first, last] = [lineAt(source, start), lineAt(source, end)]
    if (text === 'const' || explained.has(first) || explained.has(last)) return
    found.push({ rule: 'assertion-reason', file: source.path, line: last, detail: `as ${text}` })
  }
  walk(source, { TSAsExpression: judge, TSTypeAssertion: judge })
  return found
}

function findEnvironment(house: House, source: Source): Violation[] {
  if (placeOf(house, source.path).floor !== 'server') return []
  if (source.path.startsWith('packages/server/src/platform/config')) return []
  const found: Violation[] = []
  walk(source, {
    MemberExpression: ({ object, property, start }) => {
      const isEnvironment = object.type === 'Identifier' && object.name === 'process'
      if (!isEnvironment || property.type !== 'Identifier' || property.name !== 'env') return
      found.push({
        rule: 'environment',
        file: source.path,
        line: lineAt(source, start),
        detail: 'process.env',
      })
    },
  })
  return found
}
