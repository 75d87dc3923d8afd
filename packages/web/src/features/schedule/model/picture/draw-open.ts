import type { PhaseRange } from '../phase-ranges.ts'
import { element } from './svg.ts'

/** Where days lie on the axis of a page, and in what ink. */
export type Axis = {
  readonly xOf: (day: string) => number
  readonly pxPerDay: number
  readonly ink: { readonly work: string; readonly done: string; readonly soft: string; readonly late: string }
}

/** Work that is known as a range only: firm up to its earliest end, dashed and pale towards its latest. */
export function drawRange({ from, low, high }: PhaseRange, y: number, { xOf, pxPerDay, ink }: Axis): string {
  const [startX, lowX, highX] = [xOf(from), xOf(low) + pxPerDay, xOf(high) + pxPerDay]
  const body = { y: y + 4.5, height: 6, fill: ink.work, stroke: ink.done, 'stroke-width': 0.5 }
  const soft = { ...body, x: lowX, width: highX - lowX, 'fill-opacity': 0.35, 'stroke-dasharray': '2 2' }
  return [
    element('rect', { ...body, x: startX, width: Math.max(2, lowX - startX) }),
    ...(highX > lowX ? [element('rect', soft)] : []),
  ].join('')
}

/** How far work may slip, as a dotted line from its end to the last day that moves nothing. */
export function drawFloat(
  fromX: number,
  toX: number,
  { y, ink }: Pick<Axis, 'ink'> & { readonly y: number },
): string {
  if (toX - fromX < 1) return ''
  const line = { stroke: ink.soft, 'stroke-width': 0.8 }
  return [
    element('line', { ...line, x1: fromX, x2: toX, y1: y + 7.5, y2: y + 7.5, 'stroke-dasharray': '1 2' }),
    element('line', { ...line, x1: toX, x2: toX, y1: y + 4.5, y2: y + 10.5 }),
  ].join('')
}

/** The day to which progress was reported, down through the rows. */
export function drawStatus(x: number, { top, bottom, ink }: Pick<Axis, 'ink'> & Ends): string {
  return element('line', {
    ...{ x1: x, x2: x, y1: top, y2: bottom },
    ...{ stroke: ink.late, 'stroke-width': 1.2, 'stroke-dasharray': '6 3' },
  })
}

type Ends = { readonly top: number; readonly bottom: number }
