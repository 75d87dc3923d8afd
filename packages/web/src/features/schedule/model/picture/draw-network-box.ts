import { NODE, type Point } from '../network/sizes.ts'
import { BANDS, type Band, drawDiamond, INK } from './ink.ts'
import { element, fitted, words } from './svg.ts'

/** What stands in a box of a network on paper. */
export type NetworkBox = {
  readonly key: string
  readonly title: string
  readonly length: string
  readonly dates: string
  /** How critical it is, in words. */
  readonly slack: string
  readonly band: Band
  readonly isMilestone: boolean
}

const SMALL_PX = 11
const TITLE_PX = 12.5
const PAD_PX = 12
/** Bold letters are wider than others. */
const BOLD = 1.12

/** A box of a network: key and length, title, dates and slack. Its band is a hatched edge besides the words. */
export function drawBox(box: NetworkBox, { x, y }: Point): string {
  const { width, height } = NODE
  const isUsual = box.band === 'usual'
  const { fill, stroke } = BANDS[box.band]
  const frame = { x, y, width, height, rx: 4, fill: '#ffffff' }
  const soft = { 'font-size': SMALL_PX, fill: INK.soft }
  const end = { x: x + width - 8, 'text-anchor': 'end' } as const
  const inside = x + PAD_PX
  const keyX = inside + (box.isMilestone ? 14 : 0)
  const room = width - PAD_PX - 8
  return [
    element('rect', {
      ...frame,
      stroke: isUsual ? INK.strong : stroke,
      'stroke-width': isUsual ? 0.8 : 1.6,
    }),
    isUsual ? '' : element('rect', { x: x + 1, y: y + 1, width: 6, height: height - 2, fill }),
    box.isMilestone ? drawDiamond(inside + 5, y + 8, box.band) : '',
    words(box.key, { x: keyX, y: y + 19, ...soft }),
    words(box.length, { ...end, y: y + 19, ...soft }),
    words(fitted(box.title, room, TITLE_PX * BOLD), {
      ...{ x: inside, y: y + 38, 'font-size': TITLE_PX, fill: INK.text, 'font-weight': 600 },
    }),
    words(box.dates, { x: inside, y: y + 56, ...soft }),
    words(box.slack, { ...end, y: y + 56, ...soft, fill: isUsual ? INK.soft : stroke }),
  ].join('')
}
