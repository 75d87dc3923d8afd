import { placedGates } from '../gates.ts'
import { drawGateSign } from './draw-gates.ts'
import { drawBaselineLine, drawDeadlineSign, drawHammock, drawRest } from './draw-marks.ts'
import { type Axis, drawFloat, drawRange, drawStatus } from './draw-open.ts'
import type { Drawing } from './drawing.ts'
import { BANDS, type Band, drawDiamond, INK } from './ink.ts'
import type { Sign } from './legend.ts'
import { element } from './svg.ts'

/** The signs that a plan on paper explains: besides the usual ones, those that occur in it. */
export function planSigns(drawing: Drawing): readonly Sign[] {
  const { signs, rows, baseline } = drawing
  const some = (is: (row: Drawing['rows'][number]) => boolean, sign: Sign) => (rows.some(is) ? [sign] : [])
  return [
    { text: signs.work, draw: (x, y) => bar(x, y, 'usual') },
    {
      text: signs.done,
      draw: (x, y) => element('rect', { x, y: y + 6, width: 18, height: 3, fill: INK.text }),
    },
    { text: signs.critical, draw: (x, y) => bar(x, y, 'critical') },
    ...some((row) => row.isNearCritical && !row.isCritical, {
      text: signs.near,
      draw: (x, y) => bar(x, y, 'near'),
    }),
    {
      text: signs.summary,
      draw: (x, y) => element('rect', { x, y: y + 6, width: 18, height: 4, fill: INK.text }),
    },
    { text: signs.milestone, draw: (x, y) => drawDiamond(x + 9, y, 'usual') },
    { text: signs.deadline, draw: (x, y) => drawDeadlineSign(x + 9, y) },
    ...some((row) => row.isHammock && !row.isSummary, {
      text: signs.hammock,
      draw: (x, y) => drawHammock(x, y, 18),
    }),
    ...some(({ gaps }) => gaps.length > 0, { text: signs.rest, draw: (x, y) => drawRest(x, y, 18) }),
    ...(baseline.size > 0
      ? [{ text: signs.baseline, draw: (x: number, y: number) => drawBaselineLine(x, y - 6, 18) }]
      : []),
    ...openSigns(drawing),
    ...gateSigns(drawing),
  ]
}

/** What is known only partly, and how far progress goes. */
function openSigns({ ranges, withFloat, statusOn, signs }: Drawing): readonly Sign[] {
  const range = (x: number, y: number) => {
    const places = new Map([
      ['from', x],
      ['low', x + 10],
      ['high', x + 18],
    ])
    const axis: Axis = { xOf: (end) => places.get(end) ?? x, pxPerDay: 0, ink: INK }
    return drawRange({ from: 'from', low: 'low', high: 'high' }, y, axis)
  }
  const float = (x: number, y: number) => drawFloat(x, x + 18, { y, ink: INK })
  const status = (x: number, y: number) => drawStatus(x + 9, { top: y + 1, bottom: y + 14, ink: INK })
  return [
    ...(ranges.size > 0 ? [{ text: signs.range, draw: range }] : []),
    ...(withFloat ? [{ text: signs.float, draw: float }] : []),
    ...(statusOn === null ? [] : [{ text: signs.status, draw: status }]),
  ]
}

function gateSigns({ phases, signs }: Drawing): readonly Sign[] {
  const states = new Set(placedGates(phases).map(({ state }) => state))
  return [...states].map((state) => ({
    text: signs.gate(state),
    draw: (x, y) => drawGateSign(x + 9, y, state),
  }))
}

function bar(x: number, y: number, band: Band): string {
  return element('rect', {
    x,
    y: y + 3.5,
    width: 18,
    height: 8,
    rx: 1.5,
    ...BANDS[band],
    'stroke-width': 0.75,
  })
}
