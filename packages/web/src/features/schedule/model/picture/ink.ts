import { element } from './svg.ts'

/** Colours for paper: they stay apart when they are printed in grey. */
export const INK = {
  text: '#1b1c1f',
  soft: '#5c6068',
  line: '#d9d9d6',
  strong: '#9a9ba0',
  work: '#a5c8e8',
  done: '#1971c2',
  critical: '#c92a2a',
  phase: '#eef2ff',
  late: '#b35900',
  healthy: '#e6f4ec',
} as const

/** Sizes of what is written. */
export const TEXT_PX = { title: 14, small: 9.5 } as const
/** How small words stand. */
export function small(x: number, y: number, more: Readonly<Record<string, string | number>> = {}) {
  return { x, y, 'font-size': TEXT_PX.small, fill: INK.soft, ...more }
}

/** In which band of slack something lies, as it is drawn. */
export type Band = 'critical' | 'near' | 'usual'

export function bandOf(row: { readonly isCritical: boolean; readonly isNearCritical: boolean }): Band {
  if (row.isCritical) return 'critical'
  return row.isNearCritical ? 'near' : 'usual'
}

/** What bars of a band are filled and framed with. */
export const BANDS: Readonly<Record<Band, { readonly fill: string; readonly stroke: string }>> = {
  critical: { fill: 'url(#critical)', stroke: INK.critical },
  near: { fill: 'url(#near)', stroke: INK.late },
  usual: { fill: INK.work, stroke: INK.done },
}

const DIAMONDS: Readonly<Record<Band, string>> = { critical: INK.critical, near: INK.late, usual: INK.text }

/** The sign of a milestone. */
export function drawDiamond(x: number, y: number, band: Band): string {
  const shape = { d: `M${x} ${y + 2.5}l5 5l-5 5l-5-5z`, fill: DIAMONDS[band] }
  if (band !== 'near') return element('path', shape)
  return element('path', shape) + element('path', { d: `M${x - 3} ${y + 7.5}h6`, stroke: '#ffffff' })
}

/** Critical and nearly critical work are hatched, so that they are seen without colours. */
export const PATTERNS = element(
  'defs',
  {},
  stripes('critical', ['rotate(45)', '#ffe3e3', INK.critical]) +
    stripes('near', ['rotate(0)', '#fff3e0', INK.late]),
)

function stripes(id: string, [turn, ground, line]: readonly [string, string, string]): string {
  const size = id === 'near' ? 6 : 4
  return element(
    'pattern',
    { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: turn },
    element('rect', { width: size, height: size, fill: ground }) +
      element('rect', { width: 1.6, height: size, fill: line }),
  )
}
