import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeQuery } from './complete-query.ts'
import { sampleCatalogue, sampleId } from './testing/sample.ts'

/** Suggestions at the bar in the text. */
function complete(marked: string) {
  const cursor = marked.indexOf('|')
  return completeQuery(marked.replace('|', ''), cursor, sampleCatalogue)
}

const textsOf = (marked: string) => complete(marked).suggestions.map(({ text }) => text)

test.each([
  ['pri|', ['priority']],
  ['st|', ['state', 'start', 'started', 'stateSince']],
  ['bud|', ['budget']],
  ['second|', ['field.title']],
  ['over|', ['overdue']],
  ['due |', ['=', '!=', 'in (', 'not in (', '<', '<=', '>', '>=', 'is empty', 'is not empty', 'and', 'or']],
  ['due i|', ['in (', 'is empty', 'is not empty', 'not in (']],
  ['due is |', ['empty', 'not empty']],
  ['due is not |', ['empty']],
  ['due < sta|', ['startOfWeek', 'startOfMonth', 'startOfQuarter', 'startOfYear']],
  ['assignee = |', ['me', '"Rosa Marin"', '"Tom Dahl"', '"Tom Berg"', '"Zoë Çelik"']],
  ['assignee = to|', ['"Tom Dahl"', '"Tom Berg"']],
  ['assignee = "tom b|', ['"Tom Berg"']],
  ['assignee = cel|', ['"Zoë Çelik"']],
  ['label in (urgent, l|', [sampleId('label', 3), sampleId('label', 4)]],
  ['label not in (|', ['urgent', '"needs review"', sampleId('label', 3), sampleId('label', 4)]],
  ['label in |', ['(']],
  ['state = |', ['"To do"', '"In progress"', 'Done', 'Found', 'Parked', 'Closed']],
  ['container = har|', ['TWR']],
  ['priority > |', ['none', 'low', 'medium', 'high', 'urgent']],
  ['crane = mob|', ['"Mobile crane"']],
  ['assignee = me bl|', ['blocked']],
  ['effort > |', []],
  ['unknown = |', []],
  ['order by d|', ['due', 'deadline', 'field.done']],
  ['ass|', ['responsible']],
  ['lab|', ['label']],
  ['Delay|', ['costOfDelay']],
  ['order by due |', ['asc', 'desc']],
  ['order by due d|', ['desc']],
  ['order by due desc |', []],
])('%s', (marked, expected) => expect(textsOf(marked)).toEqual(expected))

test.each(['assignee = me |', '(open) |', 'hoist |', 'label in (a) |'])(
  '%s can be joined to more',
  (marked) => expect(textsOf(marked).slice(0, 3)).toEqual(['and', 'or', 'order by']),
)

test('a suggestion replaces the whole word at the cursor', () => {
  expect(complete('open and pri|ority = high')).toMatchObject({ from: 9, to: 17 })
  expect(complete('open and |')).toMatchObject({ from: 9, to: 9 })
  expect(complete('assignee = "tom|')).toMatchObject({ from: 11, to: 15 })
})

test('an unfinished query of any kind gets suggestions or none, never an error', () => {
  const part = fc.constantFrom(
    'due',
    'is',
    'not',
    'in',
    '(',
    ')',
    ',',
    '=',
    '"',
    'order',
    'by',
    'x',
    'label',
    '<',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), fc.nat(60), (parts, cursor) => {
      const text = parts.join(' ')
      const { from, to, suggestions } = completeQuery(text, Math.min(cursor, text.length), sampleCatalogue)
      expect(from <= to && to <= text.length && suggestions.length <= 12).toBe(true)
    }),
    { seed: 11, numRuns: 2000 },
  )
})
