import type { GateState } from '@millrace/core/schedule'
import { GATE_MARKS } from '../gate-marks.ts'
import type { PlacedGate } from '../gates.ts'
import { INK, small, TEXT_PX } from './ink.ts'
import { element, fitted, textWidth, words } from './svg.ts'

/** Where gates stand on a page, and how they are called there. */
export type GateLane = {
  readonly gates: readonly PlacedGate[]
  /** The end of the day on which a gate stands. */
  readonly xOf: (day: string) => number
  readonly left: number
  readonly width: number
  readonly y: number
  readonly bottom: number
  readonly gateWords: (gate: PlacedGate) => string
}

const SIGN_PX = 14
const GAP_PX = 10
/** Words are read where lines run behind them. */
const HALO = { stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' }

/** The diamond of a gate, with what was decided in it. */
export function drawGateSign(x: number, y: number, state: GateState): string {
  const at = `translate(${x - SIGN_PX / 2} ${y + 0.5}) scale(${SIGN_PX / 16})`
  const line = { fill: 'none', stroke: INK.text, 'stroke-width': 1.4 }
  return element(
    'g',
    { transform: at },
    element('path', { ...line, d: 'M8 .8 15.2 8 8 15.2.8 8Z', fill: '#ffffff' }) +
      (GATE_MARKS[state] === ''
        ? ''
        : element('path', { ...line, d: GATE_MARKS[state], 'stroke-linecap': 'round' })),
  )
}

/** Gates in a lane of their own: a sign, a line down through the rows, and words on the side with more room. */
export function drawGates({ gates, xOf, left, width, y, bottom, gateWords }: GateLane): string {
  const placed = gates
    .map((gate) => ({ gate, x: xOf(gate.day) }))
    .filter(({ x }) => x >= left && x <= width)
    .toSorted((a, b) => a.x - b.x)
  let usedTo = left
  return placed
    .map(({ gate, x }, index) => {
      const text = gateWords(gate)
      const before = x - usedTo - GAP_PX - 4
      const behind = Math.max(0, (placed[index + 1]?.x ?? width + GAP_PX) - x - 2 * GAP_PX)
      const needed = textWidth(text, TEXT_PX.small)
      const isBehind = behind >= needed || behind >= before
      const label = fitted(text, isBehind ? behind : before, TEXT_PX.small)
      usedTo = isBehind ? x + GAP_PX + textWidth(label, TEXT_PX.small) : x + GAP_PX
      const line = { x1: x, x2: x, y1: y + SIGN_PX, y2: bottom, stroke: INK.soft }
      return [
        element('line', { ...line, 'stroke-width': 0.6, 'stroke-dasharray': '5 2 1 2' }),
        drawGateSign(x, y, gate.state),
        isBehind
          ? words(label, small(x + GAP_PX, y + 11, HALO))
          : words(label, small(x - GAP_PX, y + 11, { ...HALO, 'text-anchor': 'end' })),
      ].join('')
    })
    .join('')
}
