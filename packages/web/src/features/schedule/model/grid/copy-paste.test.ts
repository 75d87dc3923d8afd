import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockText, planClear, planFillDown } from './block-text.ts'
import { textOf } from './cell-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround, groundOf } from './ground.ts'
import { planPaste } from './paste.ts'
import { after, emptyPlan } from './testing/grid-world.ts'
import { planLines } from './write-lines.ts'

const names = Object.fromEntries(GRID_COLUMNS.map((column) => [column, `own ${column}`])) as Record<
  GridColumn,
  string
> // One entry for each column.

const empty = groundOf(emptyPlan)

const titles = fc
  .string({
    unit: fc.constantFrom('a', 'b', ' ', '=', '"', "'", '-', 'ö', ';', '\t'),
    minLength: 1,
    maxLength: 6,
  })
  .map((text) => `x${text}`.trim())
  .chain((text) => fc.constantFrom(text, text.slice(1).trim() || 'y'))

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: '' as const, freq: 2 })

const lines = fc.record({
  level: fc.integer({ min: 1, max: 4 }),
  title: titles,
  duration: maybe(fc.constantFrom('3d', '4h', '90m', '3ed', '0.5d', '0d')),
  effort: maybe(fc.constantFrom('16h', '12.5h', '50m')),
  percent: maybe(fc.integer({ min: 1, max: 100 }).map((count) => `${String(count)}%`)),
  resources: maybe(
    fc.constantFrom('Ann', 'Ann[50%]; Crane[200%]', 'Concrete, C30[12 t]', 'Ann; Concrete, C30'),
  ),
  responsible: maybe(fc.constantFrom('Tom Dahl', 'Ida Berg')),
  constraint: maybe(fc.constantFrom('As late as possible')),
  deadline: maybe(fc.constantFrom('2027-04-01', '2027-12-31')),
  calendar: maybe(fc.constantFrom('Night shift')),
  before: maybe(fc.tuple(fc.nat(40), fc.constantFrom('', 'SS', 'FF+2d', '+4ed', '+50%'))),
})

/** Plans as people write them, line by line. */
const plans = fc.array(lines, { minLength: 1, maxLength: 12 }).map((written) => {
  const plan = planLines(
    written.map(({ level, before, ...cells }, index) => {
      const link = before === '' || index === 0 ? '' : `${String((before[0] % index) + 1)}${before[1]}`
      return {
        ...{ row: null, itemId: `i${String(index)}`, level },
        texts: new Map<GridColumn, string>([
          ...(Object.entries(cells) as [GridColumn, string][]),
          ['before', link],
        ]), // Its keys.
      }
    }),
    empty,
  )
  return after(empty, plan.calls)
})

const ALL = GRID_COLUMNS.filter((column) => column !== 'float' && column !== 'cost')
const placeIn = (ground: GridGround, line: number) => ({
  ...{ rows: ground.rows, line, column: 'wbs' as const, columns: ALL, names },
})

test('what is copied and pasted where it was says nothing new', () => {
  fc.assert(
    fc.property(plans, fc.nat(), fc.nat(), fc.nat(), (ground, one, other, edge) => {
      const ends = [one % ground.rows.length, other % ground.rows.length].toSorted((a, b) => a - b)
      const [firstLine = 0, lastLine = 0] = ends
      const columns = ALL.slice(edge % ALL.length)
      const text = blockText({ firstLine, lastLine, columns }, ground.rows, ground)
      const place = { ...placeIn(ground, firstLine), column: columns[0] ?? 'title' }
      expect(planPaste(text, place, ground)).toMatchObject({ calls: [], lines: [], wrongCount: 0 })
    }),
  )
})

test('a whole plan that is copied and pasted into an empty one is the same plan', () => {
  fc.assert(
    fc.property(plans, fc.boolean(), (ground, hasNumbers) => {
      const columns = hasNumbers ? ALL : ALL.filter((column) => column !== 'wbs')
      const text = blockText({ firstLine: 0, lastLine: ground.rows.length - 1, columns }, ground.rows, ground)
      const place = { ...placeIn(empty, 0), columns, column: columns[0] ?? 'title' }
      const pasted = planPaste(text, place, empty)
      expect(pasted.wrongCount).toBe(0)
      const copy = after(empty, pasted.calls)
      const table = (plan: GridGround) =>
        plan.rows.map((row) => [row.level, ...ALL.map((column) => textOf(column, row, plan))])
      expect(table(copy)).toEqual(table(ground))
    }),
  )
})

test('filling down says the same in every line, and again changes nothing', () => {
  fc.assert(
    fc.property(plans, (ground) => {
      const columns = ['percent', 'deadline', 'responsible'] as const
      const leaves = ground.rows.filter(({ isSummary }) => !isSummary)
      const block = { firstLine: 0, lastLine: leaves.length - 1, columns }
      const filled = after(ground, planFillDown(block, leaves, ground).calls)
      const rows = filled.rows.filter(({ isSummary }) => !isSummary)
      const told = rows.map((row) => columns.map((column) => textOf(column, row, filled)))
      expect(new Set(told.map((texts) => texts.join('|'))).size).toBe(1)
      expect(planFillDown(block, rows, filled).calls).toEqual([])
    }),
  )
})

test('emptied cells say nothing, and titles stay', () => {
  fc.assert(
    fc.property(plans, (ground) => {
      const columns = ALL.filter((column) => column !== 'duration')
      const block = { firstLine: 0, lastLine: ground.rows.length - 1, columns }
      const cleared = planClear(block, ground.rows, ground)
      expect(cleared.wrongCount).toBe(0)
      const plan = after(ground, cleared.calls)
      for (const row of plan.rows.filter(({ isSummary }) => !isSummary)) {
        expect(columns.filter((column) => textOf(column, row, plan) !== '')).toEqual(['wbs', 'title'])
      }
    }),
  )
})
