import type { PhaseView, PlanRowView, PlanView } from '@millrace/contract'
import { linkPath } from '../../../../ui/time-axis/link-path.ts'
import { type PhaseRange, phaseSpans } from '../phase-ranges.ts'
import type { PlanDays } from '../plan-days.ts'
import { spanDays } from '../row-facts.ts'
import type { RowPart } from '../splits/parts.ts'
import { drawLegend, type LegendSign } from './draw-legend.ts'
import { drawFloat, drawRange, drawStatus } from './draw-open.ts'
import { drawParts } from './draw-parts.ts'
import { drawDiamond, INK, small, TEXT_PX } from './ink.ts'
import { type MonthMark, monthMarks } from './month-marks.ts'
import { HEAD, ROW_PX } from './paper.ts'
import { element, fitted, picture, words } from './svg.ts'

type BaselineRow = NonNullable<PlanView['baseline']>['rows'][number]

/** What is drawn of a plan, whatever the page. */
export type Drawing = {
  readonly title: string
  readonly subtitle: string
  readonly days: PlanDays
  readonly links: PlanView['links']
  readonly phases: readonly PhaseView[]
  readonly baseline: ReadonlyMap<string, BaselineRow>
  /** First and last day of the axis. */
  readonly fromDay: string
  readonly toDay: string
  readonly today: string
  /** Rows that are known as ranges only. */
  readonly ranges: ReadonlyMap<string, PhaseRange>
  /** The day to which progress was reported. */
  readonly statusOn: string | null
  readonly withFloat: boolean
  readonly says: {
    readonly columns: { readonly title: string; readonly start: string; readonly finish: string }
    readonly day: (day: string) => string
    readonly month: (mark: MonthMark) => string
    readonly page: (page: number, pages: number) => string
    readonly today: string
    readonly legend: Readonly<Record<LegendSign, string>>
  }
}

export type Sheet = {
  readonly rows: readonly PlanRowView[]
  readonly width: number
  readonly height: number
  readonly page: number
  readonly pages: number
}

const COLUMN_PX = { day: 62, gap: 6 } as const
/** The part of a page that names take. */
const NAMES = 0.3

type Ground = Drawing & Sheet & { readonly left: number; readonly top: number; readonly pxPerDay: number }

/** A page of a plan as SVG: names and dates, bars on an axis that spans all of it, and what the signs mean. */
export function drawPlan(drawing: Drawing, sheet: Sheet): string {
  const left = Math.round(sheet.width * NAMES) + 2 * COLUMN_PX.day
  const spanned = dayCount(drawing.fromDay, drawing.toDay) + 1
  const hasPhases = drawing.phases.length > 0
  const top = HEAD.title + HEAD.axis + (hasPhases ? HEAD.phases : 0)
  const ground = { ...drawing, ...sheet, left, top, pxPerDay: (sheet.width - left) / spanned }
  const inside = [
    drawHead(ground),
    drawAxis(ground),
    ...(hasPhases ? [drawPhases(ground)] : []),
    ...sheet.rows.map((row, index) => drawRow(ground, row, index)),
    drawLinks(ground),
    ...(ground.statusOn === null ? [] : [drawStatusOf(ground, ground.statusOn)]),
    drawLegend({ ...ground, legend: ground.says.legend, hasBaseline: ground.baseline.size > 0 }),
  ]
  return picture(sheet, HATCH + inside.join(''))
}

/** Critical work is hatched, so that it is seen without colours. */
const HATCH = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'critical', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 4, height: 4, fill: '#ffe3e3' }) +
      element('rect', { width: 1.6, height: 4, fill: INK.critical }),
  ),
)

function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function xOf({ left, pxPerDay, fromDay }: Ground, day: string): number {
  return left + dayCount(fromDay, day) * pxPerDay
}

function drawHead({ title, subtitle, width, page, pages, says }: Ground): string {
  const size = TEXT_PX.title
  return [
    words(fitted(title, width * 0.5, size), {
      x: 0,
      y: 17,
      'font-size': size,
      'font-weight': 600,
      fill: INK.text,
    }),
    words(subtitle, small(width, 12, { 'text-anchor': 'end' })),
    words(says.page(page, pages), small(width, 24, { 'text-anchor': 'end' })),
  ].join('')
}

function drawAxis(ground: Ground): string {
  const { left, width, top, rows, says, today } = ground
  const names = HEAD.title + HEAD.axis - 7
  const bottom = top + rows.length * ROW_PX
  const [startX, finishX] = [left - 2 * COLUMN_PX.day, left - COLUMN_PX.day]
  const marks = monthMarks(ground).map((mark) => {
    const x = xOf(ground, mark.day)
    const line = { x1: x, x2: x, y1: HEAD.title + 6, y2: bottom, stroke: mark.isYear ? INK.strong : INK.line }
    return element('line', line) + words(says.month(mark), small(x + 3, names))
  })
  const x = xOf(ground, today)
  const isShown = today >= ground.fromDay && today <= ground.toDay
  const now = {
    x1: x,
    x2: x,
    y1: HEAD.title + 4,
    y2: bottom,
    stroke: INK.critical,
    'stroke-dasharray': '3 2',
  }
  return [
    words(says.columns.title, small(0, names)),
    words(says.columns.start, small(startX, names)),
    words(says.columns.finish, small(finishX, names)),
    ...marks,
    element('line', { x1: 0, x2: width, y1: top, y2: top, stroke: INK.strong }),
    ...(isShown
      ? [element('line', now), words(says.today, small(x + 3, HEAD.title + 7, { fill: INK.critical }))]
      : []),
  ].join('')
}

/** Phases above the bars; between their earliest and latest end they fade. */
function drawPhases(ground: Ground): string {
  const y = HEAD.title + HEAD.axis
  const spans = phaseSpans(ground.phases)
  return ground.phases
    .map(({ id, name }) => {
      const span = spans.get(id)
      if (!span) return ''
      const [from, sure, last] = [span.from, span.low, span.high].map((day) => xOf(ground, day))
      if (from === undefined || sure === undefined || last === undefined) return ''
      const bar = {
        y: y + 2,
        height: HEAD.phases - 4,
        fill: INK.phase,
        stroke: INK.strong,
        'stroke-width': 0.5,
      }
      const soft = {
        ...bar,
        x: sure,
        width: Math.max(0, last - sure),
        'stroke-dasharray': '2 2',
        'fill-opacity': 0.4,
      }
      return [
        element('rect', { ...bar, x: from, width: Math.max(1, sure - from) }),
        ...(last > sure ? [element('rect', soft)] : []),
        words(fitted(name, last - from - 6, TEXT_PX.small), small(from + 3, y + 12, { fill: INK.text })),
      ].join('')
    })
    .join('')
}

function drawRow(ground: Ground, row: PlanRowView, index: number): string {
  const { left, width, top, days, says } = ground
  const y = top + index * ROW_PX
  const span = spanDays(row, days)
  const range = ground.ranges.get(row.itemId)
  const indent = (row.level - 1) * 10
  const namesWidth = left - 2 * COLUMN_PX.day - indent - COLUMN_PX.gap
  const weight = row.isSummary ? 600 : 400
  const text = { y: y + 12, 'font-size': TEXT_PX.small, fill: INK.text, 'font-weight': weight }
  return [
    element('line', {
      x1: 0,
      x2: width,
      y1: y + ROW_PX,
      y2: y + ROW_PX,
      stroke: INK.line,
      'stroke-width': 0.5,
    }),
    words(fitted(`${row.wbs} ${row.title}`, namesWidth, TEXT_PX.small), { ...text, x: indent }),
    ...(span === null
      ? [range ? drawRange(range, y, axisOf(ground)) : '']
      : [
          words(says.day(span.from), small(left - 2 * COLUMN_PX.day, y + 12)),
          words(says.day(span.to), small(left - COLUMN_PX.day, y + 12)),
          drawBaseline(ground, row, y),
          drawBar(ground, row, { y, from: span.from, to: span.to }),
          drawFloatOf(ground, row, { y, from: span.from, to: span.to }),
        ]),
  ].join('')
}

type Placed = { readonly y: number; readonly from: string; readonly to: string }

function drawBar(ground: Ground, row: PlanRowView, { y, from, to }: Placed): string {
  const x = xOf(ground, from)
  const width = Math.max(2, xOf(ground, to) + ground.pxPerDay - x)
  const deadline = row.deadlineAt === null ? '' : drawDeadline(ground, row.deadlineAt, y)
  if (row.isMilestone) return drawDiamond(x + width, y, row.isCritical) + deadline
  if (row.isSummary) return element('rect', { x, y: y + 6, width, height: 4, fill: INK.text }) + deadline
  const body = {
    ...{ x, y: y + 3.5, width, height: 8, rx: 1.5 },
    fill: row.isCritical ? 'url(#critical)' : INK.work,
    stroke: row.isCritical ? INK.critical : INK.done,
    'stroke-width': 0.75,
  }
  if (row.gaps.length > 0) {
    const place = (part: RowPart) => {
      const span = spanDays(part, ground.days)
      const partX = span ? xOf(ground, span.from) : x
      return { x: partX, width: span ? xOf(ground, span.to) + ground.pxPerDay - partX : 0 }
    }
    return drawParts(row, { ...{ x, y, width, body, place }, ink: INK }) + deadline
  }
  const done = { x, y: y + 6, width: (width * row.percentComplete) / 100, height: 3, fill: INK.text }
  return element('rect', body) + (row.percentComplete > 0 ? element('rect', done) : '') + deadline
}

function axisOf(ground: Ground) {
  return { xOf: (day: string) => xOf(ground, day), pxPerDay: ground.pxPerDay, ink: INK }
}

function drawFloatOf(ground: Ground, row: PlanRowView, { y, to }: Placed): string {
  const { lateFinishAt, totalFloatMin, isSummary, isDone } = row
  const hasFloat = ground.withFloat && !isSummary && !isDone && (totalFloatMin ?? 0) > 0
  if (!hasFloat || lateFinishAt === null) return ''
  const late = xOf(ground, ground.days.lastDayOf(lateFinishAt)) + ground.pxPerDay
  return drawFloat(xOf(ground, to) + ground.pxPerDay, Math.min(late, ground.width), { y, ink: INK })
}

function drawStatusOf(ground: Ground, statusOn: string): string {
  const { top, rows } = ground
  if (statusOn < ground.fromDay || statusOn > ground.toDay) return ''
  return drawStatus(xOf(ground, statusOn), { top, bottom: top + rows.length * ROW_PX, ink: INK })
}

function drawDeadline(ground: Ground, deadlineAt: number, y: number): string {
  const x = xOf(ground, ground.days.lastDayOf(deadlineAt)) + ground.pxPerDay
  return element('path', {
    d: `M${x} ${y + 2}v12M${x - 3} ${y + 2}h6`,
    stroke: INK.critical,
    'stroke-width': 1.5,
  })
}

function drawBaseline(ground: Ground, row: PlanRowView, y: number): string {
  const before = ground.baseline.get(row.itemId)
  const span = before && spanDays(before, ground.days)
  if (!span) return ''
  const x = xOf(ground, span.from)
  const width = Math.max(2, xOf(ground, span.to) + ground.pxPerDay - x)
  return element('rect', { x, y: y + 13, width, height: 2, fill: INK.strong })
}

/** Links between rows of one page; the list of an item says all of them. */
function drawLinks(ground: Ground): string {
  const { rows, top, days } = ground
  const placeOf = new Map(
    rows.flatMap((row, index) => {
      const span = spanDays(row, days)
      const y = top + index * ROW_PX + 7.5
      const finishX = span ? xOf(ground, span.to) + ground.pxPerDay : 0
      return span ? [[row.itemId, { startX: xOf(ground, span.from), finishX, y }] as const] : []
    }),
  )
  const lines = ground.links.flatMap((link) => {
    const [from, to] = [placeOf.get(link.fromId), placeOf.get(link.toId)]
    return from && to ? [linkPath(from, to, link.linkType)] : []
  })
  return element('path', { d: lines.join(''), fill: 'none', stroke: INK.strong, 'stroke-width': 0.6 })
}
