import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomField } from '../custom-field.ts'
import { worldOf } from '../query/field-target.ts'
import {
  sampleCatalogue,
  sampleEntries,
  sampleId,
  sampleItem,
  sampleViewer,
} from '../query/testing/sample.ts'
import type { WorkItem } from '../work-item.ts'
import { compileFormula } from './evaluate-formula.ts'
import { createFieldFormulas } from './field-formulas.ts'
import { FORMULA_FUNCTIONS } from './formula-functions.ts'
import { FORMULA_ATTRIBUTES } from './formula-node.ts'
import { FORMULA_MAX_LENGTH, parseFormula } from './parse-formula.ts'

const WORLD = worldOf({ catalogue: sampleCatalogue, viewer: sampleViewer })
const FORMULAS = createFieldFormulas(sampleEntries.customFields)
const BUDGET = sampleId('field', 1)
const FLOOR = sampleId('field', 2)
const CRANE = sampleId('field', 3)

const ITEM = sampleItem({
  title: 'Façade, east',
  effortMin: 90,
  priority: 3,
  dueOn: '2026-11-20',
  startsOn: '2026-11-16',
  responsibleId: sampleId('person', 1),
  fields: { [BUDGET]: 125_050, [FLOOR]: 4, [CRANE]: 'big' },
})

function refusalOf(source: string) {
  const checked = FORMULAS.checkSource(source)
  return checked.ok ? null : checked.refusal
}

function valueOf(source: string, item: WorkItem = ITEM) {
  const checked = FORMULAS.checkSource(source)
  if (!checked.ok) throw new Error(`${source}: ${JSON.stringify(checked.refusal)}`)
  return compileFormula(checked.value, WORLD, 'shown')(item)
}

test.each([
  ['1 + 2 * 3 - 4 / 2', 5],
  ['-(2 - 5) * 2', 6],
  ['effort', 1.5],
  ['effort * 2 + floor', 7],
  ['budget', 1250.5],
  ['budget / effort', 1250.5 / 1.5],
  ['budget / (budget - budget)', null],
  ['costOfDelay + 1', null],
  ['ifEmpty(costOfDelay, 0) + 1', 1],
  ['round(2.345, 2)', 2.35],
  ['round(-2.5)', -3],
  ['floor(-2.5) + ceiling(2.1) + abs(-1)', 1],
  ['min(floor, 3, effort)', 1.5],
  ['max(due, start)', '2026-11-20'],
  ['due - start', 4],
  ['days(start, due)', 4],
  ['due + 14', '2026-12-04'],
  ['3 + due', '2026-11-23'],
  ['due - 1', '2026-11-19'],
  ['due + 900000', null],
  ['days(due, today())', 2],
  ['weekday(today())', 7],
  ['year(due) * 100 + month(due)', 202611],
  ['due < today() and open', true],
  ['not done or blocked', true],
  ['finished > start', false],
  ['not finished > start', true],
  ['if(priority >= 3, "hot", "calm")', 'hot'],
  ['if(done, "x")', null],
  ['if(done, yes)', false],
  ['title = "FACADE,  EAST"', true],
  ['contains(title, "east")', true],
  ['crane', 'Tower crane'],
  ['crane = "tower crane"', true],
  ['"Level " & floor', 'Level 4'],
  ['join(key, " ", due)', 'TWR-1 2026-11-20'],
  ['isEmpty(description)', true],
  ['responsible = accountable', false],
  ['isEmpty(accountable)', true],
  ['state & "/" & type', 'To do/Task'],
  ['field.title', null],
  ['IF(EFFORT > 1, 1, 2)', 1],
  ['2026-11-30 - due', 10],
  ['created', '2026-11-02'],
  ['0.1 + 0.2', 0.1 + 0.2],
  ['999999999999999 * 999999999999999 * 10', null],
])('%s is %s', (source, expected) => {
  expect(valueOf(source)).toEqual(expected)
})

test.each([
  ['', 'formula.empty', 0],
  ['1 +', 'formula.unfinished', 3],
  ['(1', 'formula.unfinished', 2],
  ['1 2', 'formula.unexpected', 2],
  ['1 < 2 < 3', 'formula.unexpected', 6],
  ['and', 'formula.unexpected', 0],
  ['"open', 'formula.quote_open', 0],
  ['effort # 2', 'formula.character_not_allowed', 7],
  ['2026-13-01', 'formula.unexpected', 0],
  ['bugdet * 2', 'formula.name_unknown', 0],
  ['rond(1)', 'formula.function_unknown', 0],
  ['effort + title', 'formula.type_wrong', 9],
  ['budget * budget', 'formula.type_wrong', 9],
  ['1 + if(effort, 1, 2)', 'formula.type_wrong', 7],
  ['if(done, 1, "a")', 'formula.type_wrong', 12],
  ['title > "a"', 'formula.type_wrong', 0],
  ['due + due', 'formula.type_wrong', 6],
  ['not effort', 'formula.type_wrong', 4],
  ['round(1, 7)', 'formula.type_wrong', 9],
  ['days(due)', 'formula.arguments_wrong', 0],
  ['today(1)', 'formula.arguments_wrong', 0],
])('%s is refused: %s at %i', (source, code, position) => {
  expect(refusalOf(source)).toMatchObject({ code, params: { position } })
})

test('a misspelt name is put right', () => {
  expect(refusalOf('bugdet * 2')?.params?.['suggestion']).toBe('budget')
  expect(refusalOf('rond(1)')?.params?.['suggestion']).toBe('round')
})

const formula = (number: number, key: string, source: string): CustomField => ({
  id: sampleId('field', 100 + number),
  key,
  name: key,
  kind: 'formula',
  options: [],
  formula: source,
})

test('formulas that lead back to themselves are refused with the way round', () => {
  const fields = [formula(1, 'a', 'b + 1'), formula(2, 'b', 'c * 2'), formula(3, 'c', 'effort + a')]
  expect(createFieldFormulas(fields).check(sampleId('field', 102))).toMatchObject({
    ok: false,
    refusal: { code: 'formula.cycle', params: { path: ['b', 'c', 'a', 'b'] } },
  })
})

test('formulas that double each other are refused before they grow without end', () => {
  const chain = Array.from({ length: 40 }, (_, index) =>
    formula(index, `f${index}`, index === 0 ? 'effort' : `f${index - 1} * 2 + f${index - 1}`),
  )
  const formulas = createFieldFormulas(chain)
  expect(formulas.check(sampleId('field', 105)).ok).toBe(true)
  expect(formulas.check(sampleId('field', 139))).toMatchObject({ refusal: { code: 'formula.too_large' } })
})

test('a formula sees no field that it was not given', () => {
  const withoutBudget = sampleEntries.customFields.filter(({ key }) => key !== 'budget')
  expect(createFieldFormulas(withoutBudget).checkSource('budget * 2')).toMatchObject({
    refusal: { code: 'formula.name_unknown', params: { suggestion: null } },
  })
})

test('parentheses inside each other come to an end', () => {
  expect(refusalOf(`${'('.repeat(900)}1${')'.repeat(900)}`)).toMatchObject({ code: 'formula.too_deep' })
  expect(refusalOf('not '.repeat(400))).toMatchObject({ code: 'formula.too_deep' })
  expect(refusalOf(Array.from({ length: 300 }, () => '1').join('+'))).toMatchObject({
    code: 'formula.too_large',
  })
  expect(refusalOf('1'.repeat(FORMULA_MAX_LENGTH + 1))).toMatchObject({ code: 'formula.too_long' })
})

const WORDS = [
  ...Object.keys(FORMULA_ATTRIBUTES),
  ...Object.keys(FORMULA_FUNCTIONS),
  ...[
    '(',
    ')',
    ',',
    '+',
    '-',
    '*',
    '/',
    '&',
    '=',
    '<>',
    '<=',
    'and',
    'or',
    'not',
    'yes',
    '"a',
    '"b"',
    '1',
    '0.5',
  ],
  ...['2026-11-30', 'budget', 'floor', 'crane', 'today()', 'field.', '.', '\\', '\0', '😀', '\ud800'],
]
const anySource = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(' ')),
)

test('no text is too strange to be read, checked and worked out', () => {
  let worked = 0
  fc.assert(
    fc.property(anySource, (source) => {
      const checked = FORMULAS.checkSource(source)
      if (!checked.ok) {
        expect(checked.refusal.code).toMatch(/^formula\./)
        return
      }
      worked++
      const value = compileFormula(checked.value, WORLD, 'shown')(ITEM)
      expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true)
    }),
    { seed: 7, numRuns: 20_000 },
  )
  expect(worked).toBeGreaterThan(100)
})

test('reading takes steps in proportion to the length', () => {
  for (const part of ['1+', '(1+2)*', 'if(done,1,2)+', 'not done and ', '"a"&', '-', 'min(1,2,3)+']) {
    const looksOf = (times: number) => {
      const parsed = parseFormula(`${part.repeat(times)}${part === 'not done and ' ? 'done' : '1'}`)
      return parsed.ok ? parsed.value.looks : Number.NaN
    }
    const [few, many] = [looksOf(5), looksOf(25)]
    expect({ part, isLinear: many / few < 6 }).toEqual({ part, isLinear: true })
  }
})

test('every function and every attribute is documented, and no other', () => {
  const page = readFileSync(new URL('../../../../../docs/fields.md', import.meta.url), 'utf8')
  const part = (title: string) => page.split(`### ${title}`)[1]?.split('\n#')[0] ?? ''
  const usages = [...part('Functions').matchAll(/^\| `([^`]+)`/gm)].map(([, usage]) => usage)
  expect(usages).toEqual([...Object.values(FORMULA_FUNCTIONS).map(({ usage }) => usage), 'today()'])
  const names = [...part('What every item has').matchAll(/^\| (`.+`) \|/gm)]
    .flatMap(([, list = '']) => [...list.matchAll(/`(\w+)`/g)])
    .map(([, name = '']) => name)
  expect(names.toSorted()).toEqual(Object.keys(FORMULA_ATTRIBUTES).toSorted())
})
