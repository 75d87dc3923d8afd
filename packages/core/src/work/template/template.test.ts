import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate, weekdayOf } from '../../kernel/index.ts'
import {
  EMPTY_TEMPLATE,
  fillTemplate,
  linesOfTemplate,
  type TemplateLine,
  withTemplateLines,
} from './template.ts'
import { dayBehind, daysBehind, shiftTo } from './template-days.ts'

const day = fc.integer({ min: 5_000, max: 40_000 }).map(plainDate)

test.each([
  ['working', '2026-11-27', 3, '2026-12-02'],
  ['working', '2026-11-27', 0, '2026-11-27'],
  ['working', '2026-11-28', 0, '2026-11-30'],
  ['working', '2026-11-30', -1, '2026-11-27'],
  ['calendar', '2026-11-27', 3, '2026-11-30'],
] as const)('%s days: %s and %i is %s', (unit, from, days, to) => {
  expect(dayBehind(unit, from, days)).toBe(to)
})

test('working days are counted one by one, and never fall on a weekend', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, days) => {
      const to = dayBehind('working', from, days)
      expect(weekdayOf(to)).toBeLessThan(6)
      let [at, left] = [dayBehind('working', from, 0), days]
      while (left > 0) {
        at = addDays(at, 1)
        if (weekdayOf(at) < 6) left -= 1
      }
      expect(to).toBe(at)
      expect(daysBehind('working', from, to)).toBe(days)
    }),
    { seed: 2 },
  )
})

test('wherever work begins, distances and order stay', () => {
  const unit = fc.constantFrom<'working' | 'calendar'>('working', 'calendar')
  fc.assert(
    fc.property(unit, day, day, fc.nat(400), fc.nat(400), (counted, anchorOn, startsOn, a, b) => {
      const shift = shiftTo(counted, { anchorOn, startsOn })
      const [first, second] = [addDays(anchorOn, a), addDays(anchorOn, b)]
      expect(daysBehind(counted, shift(first), shift(second))).toBe(daysBehind(counted, first, second))
      if (first <= second) expect(shift(first) <= shift(second)).toBe(true)
    }),
    { seed: 6 },
  )
})

const line = (id: string, more: Partial<TemplateLine> = {}): TemplateLine => ({
  ...{ id, parentId: null, title: `Line ${id}`, responsibleId: null, startsAfter: null, dueAfter: null },
  ...more,
})
const LINES = [
  line('a', { startsAfter: 0, dueAfter: 5 }),
  line('b', { parentId: 'a', dueAfter: 3 }),
  line('c'),
]

test('what is written by hand is read back, and begun where it is wished', () => {
  const kept = withTemplateLines(EMPTY_TEMPLATE, { unit: 'working', lines: LINES })
  if (!kept.ok) throw new Error(kept.refusal.code)
  expect(linesOfTemplate(kept.value)).toEqual(LINES)
  let serial = 0
  const known = {
    typeIds: new Set<string>(),
    personIds: new Set<string>(),
    rules: { labelIds: new Set<string>(), fieldsById: new Map() },
  }
  const wish = { startsOn: '2026-11-27', containerId: 'here', root: null, known }
  const filled = fillTemplate(kept.value, wish, () => `n${String(serial++)}`)
  if (!filled.ok) throw new Error(filled.refusal.code)
  const [copy] = filled.value.copies
  expect(copy?.items.map(({ title, startsOn, dueOn }) => [title, startsOn, dueOn])).toEqual([
    ['Line a', '2026-11-27', '2026-12-04'],
    ['Line b', null, '2026-12-02'],
    ['Line c', null, null],
  ])
  expect(copy?.items[1]?.parentId).toBe(copy?.items[0]?.id)
  expect(copy?.items[2]?.parentId).toBeNull()
})

test.each([
  ['work.title_missing', [line('a', { title: ' ' })]],
  ['work.parent_unknown', [line('a', { parentId: 'b' }), line('b')]],
  ['work.dates_reversed', [line('a', { startsAfter: 2, dueAfter: 1 })]],
  ['work.copy_too_large', Array.from({ length: 1_001 }, (_, at) => line(String(at)))],
])('%s', (code, lines) => {
  expect(withTemplateLines(EMPTY_TEMPLATE, { unit: 'calendar', lines })).toMatchObject({ refusal: { code } })
})
