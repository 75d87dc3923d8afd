import type { PlanRowView } from '@millrace/contract'
import { partsOf, type RowPart } from '../splits/parts.ts'
import { drawRest } from './draw-marks.ts'
import { element } from './svg.ts'

/** A bar as it would be in one piece. */
type WholeBar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly body: Readonly<Record<string, string | number>>
  readonly ink: { readonly text: string }
  /** Where a part lies. */
  readonly place: (part: RowPart) => { readonly x: number; readonly width: number }
}

/** The parts of a bar, with a thin line while it rests. */
export function drawParts(row: PlanRowView, { x, y, width, body, ink, place }: WholeBar): string {
  const parts = partsOf(row).map((part) => {
    const own = place(part)
    const done = { x: own.x, y: y + 6, width: own.width * part.doneShare, height: 3, fill: ink.text }
    return element('rect', { ...body, ...own }) + (part.doneShare > 0 ? element('rect', done) : '')
  })
  return [drawRest(x, y, width), ...parts].join('')
}
