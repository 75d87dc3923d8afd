import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LoadBucket } from '@millrace/core/schedule'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from '../network/layout.ts'
import { netOf } from '../network/network.ts'
import { NODE } from '../network/sizes.ts'
import { drawLoad, type LoadDrawing, loadSigns } from './draw-load.ts'
import { drawNetwork, type NetworkDrawing } from './draw-network.ts'
import { legendHeight } from './legend.ts'
import { type LoadedRow, loadSheets, worked } from './load-sheets.ts'
import { networkSheets, wholeNetwork } from './network-sheets.ts'
import { HEAD, PAPERS } from './paper.ts'

type Pair = readonly [from: number, to: number]

function drawingOf(count: number, pairs: readonly Pair[]): NetworkDrawing {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ itemId: String(index), key: `T-${String(index)}`, title: `Item ${String(index)}` },
    ...{ isSummary: false, isCritical: index === 0, isNearCritical: false, isMilestone: false },
  })) as unknown as PlanRowView[] // What is drawn.
  const links = pairs.map(([from, to], index) => ({
    ...{ id: String(index), fromId: String(from), toId: String(to) },
    ...{ linkType: 'FS', lag: 0, lagUnit: 'workingMin' },
  })) as unknown as PlanView['links'] // What is drawn.
  const net = netOf(rows, { links, withLoose: true })
  return {
    ...{ title: 'Tower', subtitle: 'Today', pageWords: (page, pages) => `Page ${page} of ${pages}` },
    net: { ...net, ...layOut(net.rows.length, net.arrows) },
    boxOf: ({ key, title }) => ({
      ...{ key, title, length: '', dates: '', slack: '', band: 'usual', isMilestone: false },
    }),
    ruleOf: () => '',
    onPages: (pages) => `p. ${pages}`,
    signs: {
      ...{ critical: 'Critical', near: 'Near', milestone: 'Milestone' },
      ...{ before: 'Before', onOther: 'Goes on', types: 'Types' },
    },
  }
}

const chain = (count: number): Pair[] => Array.from({ length: count - 1 }, (_, index) => [index, index + 1])
const laid = { size: PAPERS.a4, besides: 26 }

test('every box of a network stands whole on exactly one page, whatever the links', () => {
  const pairs = fc.array(
    fc.tuple(fc.nat(59), fc.nat(59)).filter(([from, to]) => from < to),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(pairs, (links) => {
      const { net } = drawingOf(60, links)
      const sheets = networkSheets(net, laid, 'read')
      expect(sheets.flatMap(({ numbers }) => numbers).toSorted((a, b) => a - b)).toEqual(
        net.rows.map((_, i) => i),
      )
      for (const sheet of sheets) {
        const { numbers, origin, scale, width, height } = sheet
        for (const number of numbers) {
          const { x, y } = cornerIn(net.places[number] ?? { column: 0, row: 0 })
          expect(x).toBeGreaterThanOrEqual(origin.x)
          expect(y).toBeGreaterThanOrEqual(origin.y)
          expect((x + NODE.width - origin.x) * scale).toBeLessThanOrEqual(width)
          expect((y + NODE.height - origin.y) * scale).toBeLessThanOrEqual(height - HEAD.title - laid.besides)
        }
      }
    }),
    { numRuns: 50 },
  )
})

/** The measures of the network on the screen. */
function cornerIn({ column, row }: { readonly column: number; readonly row: number }) {
  return { x: 32 + column * 276, y: 32 + row * 84 }
}

test('a link to another page says to which, at both of its ends', () => {
  const drawing = drawingOf(12, chain(12))
  const sheets = networkSheets(drawing.net, laid, 'read')
  expect(sheets).toHaveLength(3)
  const [first, second, third] = sheets.map((sheet) => drawNetwork(drawing, sheet, sheets))
  expect(first).toContain('>p. 2<')
  expect(first).not.toContain('>p. 3<')
  expect(second).toContain('>p. 1<')
  expect(second).toContain('>p. 3<')
  expect(third).toContain('>p. 2<')
  expect(third).toContain('>Goes on<')
})

test('a network that is fitted to a page, or kept as a picture, is all on one sheet', () => {
  const drawing = drawingOf(40, chain(40))
  const fitted = networkSheets(drawing.net, laid, 'fit')
  expect(fitted.map(({ numbers }) => numbers.length)).toEqual([40])
  const whole = wholeNetwork(drawing.net, () => 26)
  expect(whole.numbers).toHaveLength(40)
  expect(whole.scale).toBe(1)
  const page = drawNetwork(drawing, whole, [whole])
  for (const word of ['T-0', 'T-39', 'Item 39']) expect(page).toContain(`>${word}<`)
  expect(page).not.toContain('>p. ')
})

const WEEK_MS = 7 * 86_400_000
const weeks = (works: readonly number[]): readonly LoadBucket[] =>
  works.map((workMin, index) => ({
    on: new Date(Date.parse('2027-01-04') + index * WEEK_MS).toISOString().slice(0, 10),
    ...{ workMin, capacityMin: 2400 },
  }))

function loadOf(rows: readonly LoadedRow[], today = '2027-01-06'): LoadDrawing {
  return {
    ...{ title: 'Tower', subtitle: 'Today', pageWords: (page, pages) => `Page ${page} of ${pages}` },
    ...{ rows, today, toOn: '2030-01-01' },
    signs: { planned: 'Planned', whole: 'All', band: 'Healthy', over: 'Too much', today: 'Today' },
    says: {
      who: 'Who',
      level: { free: 'Free', below: 'Room', healthy: 'Good', full: 'Full', over: 'Over' },
      share: ({ workMin, capacityMin }) => `${String(Math.round((100 * workMin) / capacityMin))} %`,
      month: (day) => day.slice(0, 7),
      day: (day) => day.slice(8),
    },
  }
}

test('the load goes on beside and below, with every row and every week on a page once', () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    name: `Person ${String(index)}`,
    buckets: weeks(Array.from({ length: 90 }, () => 1200)),
  }))
  const drawing = loadOf(rows)
  const besides = legendHeight(loadSigns(drawing), PAPERS.a4.width)
  const sheets = loadSheets(rows, { size: PAPERS.a4, besides }, 'read')
  const seen = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.buckets.slice(sheet.from, sheet.from + sheet.room).map(({ on }) => `${row.name} ${on}`),
    ),
  )
  expect(seen.length).toBe(30 * 90)
  expect(new Set(seen).size).toBe(30 * 90)
  const todayLines = (page: string) => page.match(/stroke-dasharray="3 2"/g)?.length ?? 0
  const pages = sheets.map((sheet) => drawLoad(drawing, sheet))
  for (const page of pages) for (const word of ['Who', 'Too much']) expect(page).toContain(`>${word}<`)
  // The legend shows the line on every page; the first page of each portion shows this week.
  expect(pages.map(todayLines)).toEqual(sheets.map(({ from }) => (from === 0 ? 2 : 1)))
  expect(loadSheets(rows, { size: PAPERS.a4, besides }, 'fit').every(({ room }) => room === 90)).toBe(true)
})

test('more than there is stands above the line, and in words', () => {
  const rows = [{ name: 'Ann', buckets: weeks([2400, 3000, 0]) }]
  const [sheet] = loadSheets(rows, { size: PAPERS.a4, besides: 26 }, 'read')
  const page = sheet ? drawLoad(loadOf(rows), sheet) : ''
  expect(page).toContain('>125 %<')
  expect(page).toContain('125 % · Over')
  // Once on the page, once in its legend.
  expect(page.match(/url\(#critical\)/g)).toHaveLength(2)
})

test('what has nothing to show has no page', () => {
  expect(loadSheets([], { size: PAPERS.a4, besides: 26 }, 'read')).toEqual([])
  expect(networkSheets(drawingOf(0, []).net, laid, 'fit')).toEqual([])
})

test('weeks before and after all work are not printed', () => {
  const { rows, toOn } = worked([{ name: 'Ann', buckets: weeks([0, 0, 60, 0, 60, 0, 0]) }], '2027-02-21')
  expect(rows[0]?.buckets.map(({ workMin }) => workMin)).toEqual([60, 0, 60])
  expect(toOn).toBe('2027-02-07')
})
