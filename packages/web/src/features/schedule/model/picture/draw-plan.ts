import { linkPath } from '../../../../ui/time-axis/link-path.ts'
import { placedGates } from '../gates.ts'
import { phaseSpans } from '../phase-ranges.ts'
import { spanDays } from '../row-facts.ts'
import { drawGates } from './draw-gates.ts'
import { drawStatus } from './draw-open.ts'
import { drawNames, drawTime } from './draw-row.ts'
import { type Drawing, dayCount, type Ground, xOf } from './drawing.ts'
import { INK, PATTERNS, small, TEXT_PX } from './ink.ts'
import { drawLegend } from './legend.ts'
import { monthMarks } from './month-marks.ts'
import { drawPageHead } from './page-head.ts'
import { HEAD, ROW_PX } from './paper.ts'
import { COLUMN_PX, leftOf, type PlanSheet, topOf } from './plan-sheets.ts'
import { planSigns } from './plan-signs.ts'
import { clipped, element, fitted, picture, words } from './svg.ts'

/** A page of a plan as SVG: names and dates, bars on an axis, phases with their gates, and what the signs mean. */
export function drawPlan(drawing: Drawing, sheet: PlanSheet): string {
  const { width, height, rows, fromDay, toDay } = sheet
  const [left, top] = [leftOf(width), topOf(drawing)]
  const pxPerDay = (width - left) / (dayCount(fromDay, toDay) + 1)
  const bottom = top + rows.length * ROW_PX
  const ground = { ...drawing, ...sheet, left, top, bottom, pxPerDay }
  const chart = [
    ...(ground.phases.length > 0 ? [drawPhases(ground)] : []),
    ...rows.map((row, index) => drawTime(ground, row, top + index * ROW_PX)),
    drawLinks(ground),
    ...(ground.statusOn === null ? [] : [drawStatusOf(ground, ground.statusOn)]),
  ]
  return picture(
    sheet,
    [
      PATTERNS,
      drawPageHead(drawing, sheet),
      drawAxis(ground),
      ...rows.map((row, index) => drawNames(ground, row, top + index * ROW_PX)),
      clipped({ x: left, y: 0, width: width - left, height }, chart.join('')),
      drawGatesOf(ground),
      drawLegend(planSigns(drawing), sheet),
    ].join(''),
  )
}

function drawAxis(ground: Ground): string {
  const { left, width, top, bottom, says, today } = ground
  const names = HEAD.title + HEAD.axis - 7
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
      const [from, sure, last] = [
        xOf(ground, span.from),
        xOf(ground, span.low) + ground.pxPerDay,
        xOf(ground, span.high) + ground.pxPerDay,
      ]
      const bar = {
        y: y + 2,
        height: HEAD.phases - 4,
        fill: INK.phase,
        stroke: INK.strong,
        'stroke-width': 0.5,
      }
      const soft = { ...bar, x: sure, width: last - sure, 'stroke-dasharray': '2 2', 'fill-opacity': 0.4 }
      // The name of one that began on an earlier page stands where it can be read.
      const nameX = Math.max(from, ground.left)
      return [
        element('rect', { ...bar, x: from, width: Math.max(1, sure - from) }),
        ...(last > sure ? [element('rect', soft)] : []),
        last - nameX < 12
          ? ''
          : words(
              fitted(name, last - nameX - 6, TEXT_PX.small),
              small(nameX + 3, y + 12, { fill: INK.text }),
            ),
      ].join('')
    })
    .join('')
}

/** Gates below their phases; a lane of their own keeps their words apart from those of phases. */
function drawGatesOf(ground: Ground): string {
  return drawGates({
    gates: placedGates(ground.phases),
    xOf: (day) => xOf(ground, day) + ground.pxPerDay,
    left: ground.left,
    width: ground.width,
    y: ground.top - HEAD.gates,
    bottom: ground.bottom,
    gateWords: ground.says.gate,
  })
}

function drawStatusOf(ground: Ground, statusOn: string): string {
  if (statusOn < ground.fromDay || statusOn > ground.toDay) return ''
  return drawStatus(xOf(ground, statusOn), { top: ground.top, bottom: ground.bottom, ink: INK })
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
