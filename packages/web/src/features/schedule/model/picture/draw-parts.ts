import type { PlanRowView } from '@millrace/contract'
import { partsOf, type RowPart } from '../splits/parts.ts'
import { element } from './svg.ts'

/** A bar as it would be in one piece. */
type WholeBar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly body: Readonly<Record<string, string | number>>
  readonly ink: { readonly done: string; readonly text: string }
  /** Where a part lies. */
  readonly place: (part: RowPart) => { readonly x: number; readonly width: number }
}

/** The parts of a bar, with a thin line while it rests. */
export function drawParts(row: PlanRowView, { x, y, width, body, ink, place }: WholeBar): string {
  const line = element('path', {
    ...{ d: `M${x} ${y + 7.5}h${width}`, stroke: ink.done },
    ...{ 'stroke-width': 0.75, 'stroke-dasharray': '2 1.5' },
  })
  const parts = partsOf(row).map((part) => {
    const own = place(part)
    const done = { x: own.x, y: y + 6, width: own.width * part.doneShare, height: 3, fill: ink.text }
    return element('rect', { ...body, ...own }) + (part.doneShare > 0 ? element('rect', done) : '')
  })
  return [line, ...parts].join('')
}
