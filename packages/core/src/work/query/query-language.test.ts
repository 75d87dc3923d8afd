import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FILLED_KINDS } from '../custom-field.ts'
import { bindQuery } from './bind-query.ts'
import { MAX_DEPTH, MAX_SORTS, MAX_TERMS } from './filter-parser.ts'
import { MAX_QUERY_LENGTH, parseQuery } from './parse-query.ts'
import { COMPARISONS, QUERY_FLAGS } from './query.ts'
import { DAY_WORDS } from './query-date.ts'
import { CUSTOM_VALUE_TYPES, comparisonsOf, QUERY_FIELDS } from './query-field.ts'
import { QUERY_REFUSALS } from './query-refusal.ts'
import { sampleCatalogue, sampleViewer } from './testing/sample.ts'

const page = readFileSync(new URL('../../../../../docs/query-language.md', import.meta.url), 'utf8')

/** The rows of the table whose first column has this head, as cells. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2
  const count = lines.slice(start).findIndex((line) => !line.startsWith('|'))
  return lines.slice(start, start + count).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '')
const firstCodes = (head: string) => rowsOf(head).map(([cell]) => codesIn(cell)[0])

test('every field is documented as it is, and no other', () => {
  const documented = rowsOf('field').map(([name, aliases, values, comparisons, empty, sorted]) => ({
    name: codesIn(name)[0],
    aliases: codesIn(aliases),
    type: codesIn(values)[0],
    comparisons: codesIn(comparisons),
    optional: empty?.startsWith('yes'),
    sortable: sorted?.startsWith('yes'),
  }))
  const existing = QUERY_FIELDS.map(({ name, aliases, type, optional, sortable }) => ({
    name,
    aliases,
    type,
    comparisons: comparisonsOf(type, false),
    optional,
    sortable,
  }))
  expect(documented).toEqual(existing)
})

test('every kind of custom field is documented with its comparisons', () => {
  const documented = rowsOf('kind of field').map(([kind, values, comparisons]) => [
    codesIn(kind)[0],
    codesIn(values)[0],
    codesIn(comparisons),
  ])
  const existing = [...FILLED_KINDS, 'yesNo' as const].map((kind) => [
    kind,
    CUSTOM_VALUE_TYPES[kind],
    comparisonsOf(CUSTOM_VALUE_TYPES[kind], false),
  ])
  expect(new Set(documented)).toEqual(new Set(existing))
  expect(documented).toHaveLength(existing.length)
})

test('every comparison, flag, word for a day and refusal is documented, and no other', () => {
  expect(firstCodes('comparison')).toEqual(COMPARISONS)
  expect(firstCodes('flag')).toEqual(QUERY_FLAGS)
  expect(
    rowsOf('word')
      .flatMap(([cell]) => codesIn(cell))
      .toSorted(),
  ).toEqual([...DAY_WORDS].toSorted())
  expect(firstCodes('code')).toEqual(QUERY_REFUSALS)
})

test('the limits are the documented ones', () => {
  expect(page).toContain(
    `A query has ${MAX_QUERY_LENGTH} characters, ${MAX_TERMS} conditions and words, ${MAX_SORTS} fields to sort by and ${MAX_DEPTH} parentheses`,
  )
})

test.each(rowsOf('to find'))('the example for %s works', (_wish, example) => {
  const [text = ''] = codesIn(example)
  const parsed = parseQuery(text)
  expect(parsed.ok && bindQuery(parsed.value, sampleCatalogue, sampleViewer)).toMatchObject({ ok: true })
})
