import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindQuery } from './bind-query.ts'
import { parseQuery } from './parse-query.ts'
import { COMPARISONS } from './query.ts'
import {
  CUSTOM_VALUE_TYPES,
  comparisonsOf,
  QUERY_FIELDS,
  type QueryField,
  type ValueType,
} from './query-field.ts'
import { QUERY_REFUSALS } from './query-refusal.ts'
import { sampleCatalogue, sampleEntries, sampleId, sampleViewer } from './testing/sample.ts'

function bind(text: string, viewer = sampleViewer) {
  const parsed = parseQuery(text)
  return parsed.ok ? bindQuery(parsed.value, sampleCatalogue, viewer) : parsed
}

function refusalOf(text: string) {
  const result = bind(text)
  return result.ok ? null : result.refusal
}

/** The ids a condition on one field asks for. */
function idsOf(text: string): readonly unknown[] {
  const result = bind(text)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { where } = result.value
  if (where.kind === 'oneOf') return where.values
  if (where.kind === 'overlaps') return where.ids
  if (where.kind === 'state')
    return where.states.map(({ typeId, stateId }) => `${typeId.slice(-1)} ${stateId}`)
  throw new Error(`not a list of ids: ${where.kind}`)
}

const [rosa, tom, berg, zoe] = [1, 2, 3, 4].map((number) => sampleId('person', number))

test.each([
  ['assignee = me', [rosa]],
  ['assignee = "Rosa Marin"', [rosa]],
  ['assignee = rosa', [rosa]],
  ['assignee = MARIN', [rosa]],
  ['assignee = tom@example.org', [tom]],
  ['assignee = "zoe celik"', [zoe]],
  [`assignee = ${sampleId('person', 3)}`, [berg]],
  ['assignee in (dahl, berg)', [tom, berg]],
  ['assignee ~ tom', [tom, berg]],
  ['assignee ~ nobody', []],
  ['field.inspector = me', [rosa]],
  ['team = facade', [sampleId('team', 2)]],
  ['label in (URGENT, "needs review")', [sampleId('label', 1), sampleId('label', 2)]],
  ['type = defect', [sampleId('type', 2)]],
  ['container = twr', [sampleId('box', 1)]],
  ['container = "Facade claim"', [sampleId('box', 3)]],
  ['kind in (process, case)', [sampleId('box', 2), sampleId('box', 3)]],
  ['kind = list', []],
  ['state = "in progress"', ['1 doing', '2 fixing']],
  ['state in (todo, closed)', ['1 todo', '2 closed']],
  ['state ~ o', ['1 todo', '1 doing', '2 fixing', '1 finished', '2 found', '2 closed']],
  ['group = "In progress"', ['inProgress']],
  ['group >= in-review', ['inReview', 'done']],
  ['group < ready', ['backlog']],
  ['priority in (urgent, 2)', [4, 2]],
  ['crane = "tower crane"', ['big']],
  ['crane = big', ['big']],
  ['critical = yes', ['yes']],
  ['critical in (No, yes)', ['no', 'yes']],
  ['totalFloat in (2d, -1h)', [960, -60]],
  ['key in (twr-3, OPS-9)', ['TWR-3', 'OPS-9']],
  ['parent = 0194e9f0-0000-7000-8000-000000000001', ['0194e9f0-0000-7000-8000-000000000001']],
  ['area in (2.3, 1.1)', ['2.3', '1.1']],
  ['effort = 1d', [480]],
  ['cod = 4.1k', [410_000]],
  ['budget = 12.50', [1250]],
  ['field.title = Façade', ['facade']],
])('%s looks up names and values', (text, ids) => expect(idsOf(text)).toEqual(ids))

test.each([
  [
    'a misspelt field',
    'prioritty = high',
    { code: 'query.field_unknown', position: 0, found: 'prioritty', suggestion: 'priority' },
  ],
  [
    'a misspelt custom field',
    'x or budgte > 3',
    { code: 'query.field_unknown', position: 5, found: 'budgte', suggestion: 'budget' },
  ],
  [
    'a name that two people share',
    'assignee = tom',
    {
      code: 'query.value_ambiguous',
      position: 11,
      field: 'responsible',
      found: 'tom',
      expected: ['Tom Dahl', 'Tom Berg'],
    },
  ],
  [
    'a name that two labels share',
    'label = lift',
    {
      code: 'query.value_ambiguous',
      position: 8,
      field: 'label',
      found: 'lift',
      expected: [sampleId('label', 3), sampleId('label', 4)],
    },
  ],
  [
    'a name nobody has',
    'assignee = marine',
    {
      code: 'query.value_unknown',
      position: 11,
      field: 'responsible',
      found: 'marine',
      expected: [],
      suggestion: null,
    },
  ],
  [
    'a part of a name',
    'label = review',
    {
      code: 'query.value_unknown',
      position: 8,
      field: 'label',
      found: 'review',
      expected: ['needs review'],
      suggestion: 'needs review',
    },
  ],
  [
    'a misspelt state',
    'state = Prked',
    {
      code: 'query.value_unknown',
      position: 8,
      field: 'state',
      found: 'Prked',
      expected: [],
      suggestion: 'Parked',
    },
  ],
  [
    'a word that is no group',
    'group = redy',
    {
      code: 'query.value_unknown',
      position: 8,
      field: 'group',
      found: 'redy',
      expected: ['backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'],
      suggestion: 'ready',
    },
  ],
  [
    'a day that is none',
    'due < soon',
    { code: 'query.value_wrong', position: 6, field: 'due', found: 'soon', expected: ['date'] },
  ],
  [
    'a quoted word for a day',
    'due < "today"',
    { code: 'query.value_wrong', position: 6, field: 'due', found: 'today', expected: ['date'] },
  ],
  [
    'an effort without a unit it knows',
    'effort > 4x',
    { code: 'query.value_wrong', position: 9, field: 'effort', found: '4x', expected: ['duration'] },
  ],
  [
    'an age in hours',
    'age > 4h',
    { code: 'query.value_wrong', position: 6, field: 'age', found: '4h', expected: ['days'] },
  ],
  [
    'nothing to look for',
    'title ~ ""',
    { code: 'query.value_wrong', position: 8, field: 'title', found: '', expected: ['text'] },
  ],
  [
    'bare words of which nothing is left',
    'a "  "',
    { code: 'query.value_wrong', position: 2, field: 'text', found: '  ', expected: ['text'] },
  ],
  [
    'a comparison that means nothing',
    'assignee > me',
    {
      code: 'query.operator_not_allowed',
      position: 9,
      field: 'responsible',
      found: '>',
      expected: ['=', '!=', 'in', 'not in', '~', '!~', 'is empty', 'is not empty'],
    },
  ],
])('%s is refused', (_name, text, { code, ...params }) => expect(refusalOf(text)).toEqual({ code, params }))

test('a person who is nobody in particular cannot say "me"', () => {
  const result = bind('assignee = me', { ...sampleViewer, me: null })
  expect(!result.ok && result.refusal.code).toBe('query.nobody_is_me')
})

test('"me" in quotes is a name', () => {
  expect(refusalOf('assignee = "me"')?.code).toBe('query.value_unknown')
})

test('a field that has no order is refused', () => {
  expect(refusalOf('order by label')).toMatchObject({
    code: 'query.not_sortable',
    params: { position: 9, found: 'label' },
  })
})

/** A value that each type of field accepts. */
const ACCEPTED: Readonly<Record<ValueType, string>> = {
  search: 'x',
  text: 'x',
  key: 'TWR-1',
  state: 'done',
  group: 'done',
  type: 'task',
  container: 'TWR',
  kind: 'case',
  area: '2.3',
  item: 'TWR-1',
  person: 'me',
  team: 'facade',
  label: 'urgent',
  choice: 'big',
  priority: 'high',
  date: 'today',
  instant: 'today',
  days: '3',
  duration: '3h',
  money: '3',
  number: '3',
}

const builtIn: readonly Pick<QueryField, 'name' | 'type' | 'optional'>[] = QUERY_FIELDS
const allFields = [
  ...builtIn.map(({ name, type, optional }) => ({ name, type, optional })),
  ...sampleEntries.customFields.map(({ key, kind }) => ({
    name: `field.${key}`,
    type: CUSTOM_VALUE_TYPES[kind],
    optional: true,
  })),
]

test.each(allFields)('$name takes exactly the comparisons of its type', ({ name, type, optional }) => {
  const accepted = COMPARISONS.filter((comparison) => {
    const accepts = name === 'critical' ? 'yes' : ACCEPTED[type]
    const value = comparison.endsWith('empty') ? '' : comparison.endsWith('in') ? `(${accepts})` : accepts
    return bind(`${name} ${comparison} ${value}`).ok
  })
  expect(accepted.toSorted()).toEqual([...comparisonsOf(type, optional)].toSorted())
})

test.each(QUERY_FIELDS)('$name can be sorted by exactly when it says so', ({ name, sortable }) => {
  expect(bind(`order by ${name} desc`).ok).toBe(sortable)
})

test('sorting twice by a field sorts once', () => {
  const result = bind('order by due, priority, due')
  expect(result.ok && result.value.order.map(({ name }) => name)).toEqual(['due', 'priority'])
})

test('whatever can be read is bound or refused with a known code, at a position in the text', () => {
  const fields = allFields.map(({ name }) => name)
  const part = fc.constantFrom(
    ...fields,
    ...Object.values(ACCEPTED),
    ...COMPARISONS,
    'and',
    'or',
    '(',
    ')',
    'constructor',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ')
      const refusal = refusalOf(text)
      if (!refusal) return
      expect(QUERY_REFUSALS).toContain(refusal.code)
      const position = refusal.params?.['position']
      expect(typeof position === 'number' && position >= 0 && position <= text.length).toBe(true)
    }),
    { seed: 9, numRuns: 3000 },
  )
})
