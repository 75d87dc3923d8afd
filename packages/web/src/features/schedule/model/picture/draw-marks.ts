import { INK } from './ink.ts'
import { element } from './svg.ts'

/** Work that lasts as long as what it is linked to: a bracket that hangs between its ends. */
export function drawHammock(x: number, y: number, width: number): string {
  const d = `M${x + 0.8} ${y + 12}v-6.2h${Math.max(1, width - 1.6)}v6.2`
  return element('path', { d, fill: 'none', stroke: INK.soft, 'stroke-width': 1.6 })
}

/** The time in which work rests. */
export function drawRest(x: number, y: number, width: number): string {
  const d = `M${x} ${y + 7.5}h${width}`
  return element('path', { d, stroke: INK.done, 'stroke-width': 0.75, 'stroke-dasharray': '2 1.5' })
}

/** When it was planned once, below when it is planned now. */
export function drawBaselineLine(x: number, y: number, width: number): string {
  return element('rect', { x, y: y + 13, width, height: 2, fill: INK.strong })
}

export function drawDeadlineSign(x: number, y: number): string {
  const d = `M${x} ${y + 2}v12M${x - 3} ${y + 2}h6`
  return element('path', { d, stroke: INK.critical, 'stroke-width': 1.5 })
}
