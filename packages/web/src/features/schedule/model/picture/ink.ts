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
} as const

/** Sizes of what is written. */
export const TEXT_PX = { title: 14, small: 9.5 } as const
/** How small words stand. */
export function small(x: number, y: number, more: Readonly<Record<string, string | number>> = {}) {
  return { x, y, 'font-size': TEXT_PX.small, fill: INK.soft, ...more }
}

/** The sign of a milestone. */
export function drawDiamond(x: number, y: number, isCritical: boolean): string {
  const d = `M${x} ${y + 2.5}l5 5l-5 5l-5-5z`
  return element('path', { d, fill: isCritical ? INK.critical : INK.text })
}
