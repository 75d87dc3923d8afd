import type { DrawnNet } from '../network/drawn-net.ts'
import { BANDS, bandOf, drawDiamond, INK } from './ink.ts'
import type { Sign } from './legend.ts'
import { element } from './svg.ts'

/** What the signs of a network are called. */
export type NetworkSignWords = Readonly<
  Record<'critical' | 'near' | 'milestone' | 'before' | 'onOther' | 'types', string>
>

/** The signs that a network on paper explains. */
export function networkSigns({ rows, arrows }: DrawnNet, signs: NetworkSignWords): readonly Sign[] {
  const bands = new Set(rows.map(bandOf))
  const edge = (band: 'critical' | 'near') => (x: number, y: number) =>
    element('rect', { x, y: y + 2.5, width: 18, height: 10, fill: '#ffffff', stroke: BANDS[band].stroke }) +
    element('rect', { x: x + 0.5, y: y + 3, width: 5, height: 9, fill: BANDS[band].fill })
  const arrow = (more: Readonly<Record<string, string>>) => (x: number, y: number) =>
    element('path', { d: `M${x} ${y + 7.5}h18`, stroke: INK.soft, 'marker-end': 'url(#arrow)', ...more })
  return [
    ...(bands.has('critical') ? [{ text: signs.critical, draw: edge('critical') }] : []),
    ...(bands.has('near') ? [{ text: signs.near, draw: edge('near') }] : []),
    ...(rows.some(({ isMilestone }) => isMilestone)
      ? [{ text: signs.milestone, draw: (x: number, y: number) => drawDiamond(x + 9, y, 'usual') }]
      : []),
    { text: signs.before, draw: arrow({}) },
    { text: signs.onOther, draw: arrow({ 'stroke-dasharray': '3 2' }) },
    ...(arrows.some(({ link }) => link.linkType !== 'FS' || link.lag !== 0)
      ? [{ text: signs.types, draw: () => '' }]
      : []),
  ]
}
