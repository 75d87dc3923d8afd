import type { PlanRowView } from '@millrace/contract'
import { spanDays } from '../row-facts.ts'
import type { RowPart } from '../splits/parts.ts'
import { drawBaselineLine, drawDeadlineSign, drawHammock } from './draw-marks.ts'
import { drawFloat, drawRange } from './draw-open.ts'
import { drawParts } from './draw-parts.ts'
import { type Ground, xOf } from './drawing.ts'
import { BANDS, bandOf, drawDiamond, INK, small, TEXT_PX } from './ink.ts'
import { ROW_PX } from './paper.ts'
import { COLUMN_PX } from './plan-sheets.ts'
import { element, fitted, words } from './svg.ts'

/** What a row is called and when it is. */
export function drawNames(ground: Ground, row: PlanRowView, y: number): string {
  const { left, width, days, says } = ground
  const span = spanDays(row, days)
  const indent = (row.level - 1) * 10
  const room = left - 2 * COLUMN_PX.day - indent - COLUMN_PX.gap
  const weight = row.isSummary ? 600 : 400
  const text = { x: indent, y: y + 12, 'font-size': TEXT_PX.small, fill: INK.text, 'font-weight': weight }
  const line = { x1: 0, x2: width, y1: y + ROW_PX, y2: y + ROW_PX, stroke: INK.line, 'stroke-width': 0.5 }
  return [
    element('line', line),
    words(fitted(`${row.wbs} ${row.title}`, room, TEXT_PX.small), text),
    ...(span === null
      ? []
      : [
          words(says.day(span.from), small(left - 2 * COLUMN_PX.day, y + 12)),
          words(says.day(span.to), small(left - COLUMN_PX.day, y + 12)),
        ]),
  ].join('')
}

/** When a row is on the axis: its bar, with what it was planned as, how far it may slip, and its deadline. */
export function drawTime(ground: Ground, row: PlanRowView, y: number): string {
  const span = spanDays(row, ground.days)
  const range = ground.ranges.get(row.itemId)
  if (span === null) {
    const { pxPerDay } = ground
    return range ? drawRange(range, y, { xOf: (day) => xOf(ground, day), pxPerDay, ink: INK }) : ''
  }
  const x = xOf(ground, span.from)
  const width = Math.max(2, xOf(ground, span.to) + ground.pxPerDay - x)
  return [
    drawBaseline(ground, row, y),
    drawBar(ground, row, { x, y, width }),
    row.deadlineAt === null ? '' : drawDeadlineSign(lastX(ground, row.deadlineAt), y),
    drawFloatOf(ground, row, { x, y, width }),
  ].join('')
}

type Placed = { readonly x: number; readonly y: number; readonly width: number }

function drawBar(ground: Ground, row: PlanRowView, { x, y, width }: Placed): string {
  if (row.isMilestone) return drawDiamond(x + width, y, bandOf(row))
  if (row.isSummary) return element('rect', { x, y: y + 6, width, height: 4, fill: INK.text })
  if (row.isHammock) return drawHammock(x, y, width)
  const body = { x, y: y + 3.5, width, height: 8, rx: 1.5, ...BANDS[bandOf(row)], 'stroke-width': 0.75 }
  if (row.gaps.length > 0) {
    const place = (part: RowPart) => {
      const span = spanDays(part, ground.days)
      const partX = span ? xOf(ground, span.from) : x
      return { x: partX, width: span ? xOf(ground, span.to) + ground.pxPerDay - partX : 0 }
    }
    return drawParts(row, { x, y, width, body, place, ink: INK })
  }
  const done = { x, y: y + 6, width: (width * row.percentComplete) / 100, height: 3, fill: INK.text }
  return element('rect', body) + (row.percentComplete > 0 ? element('rect', done) : '')
}

function drawFloatOf(ground: Ground, row: PlanRowView, { x, y, width }: Placed): string {
  const { lateFinishAt, totalFloatMin, isSummary, isHammock, isDone } = row
  const hasFloat = ground.withFloat && !isSummary && !isHammock && !isDone && (totalFloatMin ?? 0) > 0
  if (!hasFloat || lateFinishAt === null) return ''
  return drawFloat(x + width, Math.min(lastX(ground, lateFinishAt), ground.width), { y, ink: INK })
}

function drawBaseline(ground: Ground, row: PlanRowView, y: number): string {
  const before = ground.baseline.get(row.itemId)
  const span = before && spanDays(before, ground.days)
  if (!span) return ''
  const x = xOf(ground, span.from)
  return drawBaselineLine(x, y, Math.max(2, xOf(ground, span.to) + ground.pxPerDay - x))
}

/** The end of the last day before a moment. */
function lastX(ground: Ground, moment: number): number {
  return xOf(ground, ground.days.lastDayOf(moment)) + ground.pxPerDay
}
