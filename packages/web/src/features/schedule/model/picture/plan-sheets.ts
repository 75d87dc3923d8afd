import { addDays } from '@millrace/core/kernel'
import { spanDays } from '../row-facts.ts'
import { type Drawing, dayCount, type PlanPart } from './drawing.ts'
import { legendHeight } from './legend.ts'
import {
  HEAD,
  numbered,
  type PaperSize,
  pagesOf,
  ROW_PX,
  rowsOnPage,
  type Sheet,
  type Spread,
} from './paper.ts'
import { planSigns } from './plan-signs.ts'

/** The part of a page that names take, and the two columns of days beside them. */
const NAMES = 0.3
export const COLUMN_PX = { day: 62, gap: 6 } as const
/** In reading size a day is so wide: a week is seen, and a month has room for its name. */
const READ_PX = 4
/** How wide a picture is drawn that need not fit on paper, and how wide at most. */
const PICTURE_PX = { width: 1600, most: 7_000 } as const

export type PlanSheet = Sheet & PlanPart

/**
 * The pages of a plan: its rows in portions that are not cut, beside each other where its axis takes several pages.
 * Those on which nothing would lie are left out.
 */
export function planSheets(drawing: Drawing, size: PaperSize, spread: Spread): readonly PlanSheet[] {
  const axes = axesOf(drawing, { room: size.width - leftOf(size.width), spread })
  const besides = topOf(drawing) + legendHeight(planSigns(drawing), size.width)
  const portions = pagesOf(drawing.rows, rowsOnPage(size.height, besides))
  return numbered(
    portions.flatMap((rows) => {
      const parts = axes.map((axis) => ({ ...axis, rows }))
      const worked = parts.filter((part) => hasWork(drawing, part))
      // Rows without dates stand on a page as well.
      return worked.length > 0 ? worked : parts.slice(0, 1)
    }),
    size,
  )
}

/** Whether any of the rows lies within the part of the axis, as it is planned or as it was. */
function hasWork({ days, baseline, ranges }: Drawing, { rows, fromDay, toDay }: PlanPart): boolean {
  return rows.some((row) => {
    const before = baseline.get(row.itemId)
    const range = ranges.get(row.itemId)
    const spans = [
      spanDays(row, days),
      before ? spanDays(before, days) : null,
      range ? { from: range.from, to: range.high } : null,
    ]
    return spans.some((span) => span !== null && span.from <= toDay && span.to >= fromDay)
  })
}

/** All of a plan on one sheet, as wide and as long as it takes. */
export function wholePlan(drawing: Drawing, spread: Spread): PlanSheet {
  const { rows, fromDay, toDay } = drawing
  const read = Math.ceil(((dayCount(fromDay, toDay) + 1) * READ_PX) / (1 - NAMES)) + 2 * COLUMN_PX.day
  const width = spread === 'fit' ? PICTURE_PX.width : clamp(read, PICTURE_PX.width, PICTURE_PX.most)
  const height = topOf(drawing) + (rows.length + 1) * ROW_PX + legendHeight(planSigns(drawing), width)
  return { rows, fromDay, toDay, width, height, page: 1, pages: 1 }
}

/** Where the axis begins. */
export function leftOf(width: number): number {
  return Math.round(width * NAMES) + 2 * COLUMN_PX.day
}

/** Where rows begin. */
export function topOf({ phases }: Pick<Drawing, 'phases'>): number {
  const hasGates = phases.some(({ gate }) => gate !== null)
  return HEAD.title + HEAD.axis + (phases.length > 0 ? HEAD.phases : 0) + (hasGates ? HEAD.gates : 0)
}

type Axes = { readonly room: number; readonly spread: Spread }

/** The axis in equal parts, so that a day is as wide on every page. */
function axesOf({ fromDay, toDay }: Drawing, { room, spread }: Axes) {
  const all = dayCount(fromDay, toDay) + 1
  const count = spread === 'fit' ? 1 : Math.max(1, Math.ceil((all * READ_PX) / room))
  const each = Math.ceil(all / count)
  return Array.from({ length: count }, (_, index) => ({
    fromDay: addDays(fromDay, index * each),
    toDay: addDays(fromDay, (index + 1) * each - 1),
  }))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
