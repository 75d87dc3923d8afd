import type { PhaseRange } from '../phase-ranges.ts'
import { drawFloat, drawRange, drawStatus } from './draw-open.ts'
import { drawDiamond, INK, small, TEXT_PX } from './ink.ts'
import { HEAD } from './paper.ts'
import { element, words } from './svg.ts'

/** The signs that a page explains. */
export type LegendSign =
  | 'work'
  | 'done'
  | 'critical'
  | 'summary'
  | 'milestone'
  | 'baseline'
  | 'deadline'
  | 'range'
  | 'float'
  | 'status'

type Explained = {
  readonly height: number
  readonly legend: Readonly<Record<LegendSign, string>>
  readonly hasBaseline: boolean
  readonly ranges: ReadonlyMap<string, PhaseRange>
  readonly withFloat: boolean
  readonly statusOn: string | null
}

/** What the signs of a page mean; what does not occur is not explained. */
export function drawLegend(explained: Explained): string {
  const { height, legend, hasBaseline } = explained
  const y = height - HEAD.legend + 8
  const signs: readonly Sign[] = [
    [
      legend.work,
      (x) => element('rect', { ...bar(x, y), fill: INK.work, stroke: INK.done, 'stroke-width': 0.75 }),
    ],
    [legend.done, (x) => element('rect', { x, y: y + 2.5, width: 18, height: 3, fill: INK.text })],
    [
      legend.critical,
      (x) =>
        element('rect', { ...bar(x, y), fill: 'url(#critical)', stroke: INK.critical, 'stroke-width': 0.75 }),
    ],
    [legend.summary, (x) => element('rect', { x, y: y + 2, width: 18, height: 4, fill: INK.text })],
    [legend.milestone, (x) => drawDiamond(x + 9, y - 3.5, false)],
    [
      legend.deadline,
      (x) =>
        element('path', {
          d: `M${x + 9} ${y - 2}v12M${x + 6} ${y - 2}h6`,
          stroke: INK.critical,
          'stroke-width': 1.5,
        }),
    ],
    ...(!hasBaseline
      ? []
      : [
          [
            legend.baseline,
            (x: number) => element('rect', { x, y: y + 3, width: 18, height: 2, fill: INK.strong }),
          ] as const,
        ]),
    ...openSigns(explained, y),
  ]
  let x = 0
  return signs
    .map(([text, sign]) => {
      const drawn = sign(x) + words(text, small(x + 24, y + 7.5))
      x += 44 + text.length * TEXT_PX.small * 0.56
      return drawn
    })
    .join('')
}

type Sign = readonly [text: string, sign: (x: number) => string]

/** What is known only partly, and how far progress goes: explained where it is drawn. */
function openSigns({ ranges, withFloat, statusOn, legend }: Explained, y: number): readonly Sign[] {
  const range = (x: number) => {
    const places = new Map([
      ['from', x],
      ['low', x + 10],
      ['high', x + 18],
    ])
    const xOfEnd = (end: string) => places.get(end) ?? x
    return drawRange({ from: 'from', low: 'low', high: 'high' }, y - 3.5, {
      xOf: xOfEnd,
      pxPerDay: 0,
      ink: INK,
    })
  }
  const float = (x: number) => drawFloat(x, x + 18, { y: y - 3.5, ink: INK })
  const status = (x: number) => drawStatus(x + 9, { top: y - 2, bottom: y + 10, ink: INK })
  return [
    ...(ranges.size > 0 ? [[legend.range, range] as const] : []),
    ...(withFloat ? [[legend.float, float] as const] : []),
    ...(statusOn === null ? [] : [[legend.status, status] as const]),
  ]
}

function bar(x: number, y: number) {
  return { x, y, width: 18, height: 8, rx: 1.5 }
}
