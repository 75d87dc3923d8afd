import type { GateView, PhaseView } from '@millrace/contract'
import { type GateState, gateDay, gateState } from '@millrace/core/schedule'
import { textsGates as words } from '../texts-gates.ts'
import { phaseSpans } from './phase-ranges.ts'

/** The gate of a phase, where it stands on the time axis. */
export type PlacedGate = {
  readonly phaseId: string
  readonly name: string
  readonly state: GateState
  readonly day: string
  readonly met: number
  readonly all: number
}

type Phase = Pick<PhaseView, 'id' | 'startsOn' | 'finishLowOn' | 'finishHighOn' | 'gate'>

/** Gates on the day on which they were passed, or are to be decided: at the latest when their phase ends. */
export function placedGates(phases: readonly Phase[]): readonly PlacedGate[] {
  const spans = phaseSpans(phases)
  return phases.flatMap(({ id, gate, finishHighOn, finishLowOn }) => {
    if (gate === null) return []
    const day = gateDay(gate, spans.get(id)?.high ?? finishHighOn ?? finishLowOn)
    return day === null ? [] : [{ phaseId: id, name: gate.name, state: gateState(gate), day, ...metOf(gate) }]
  })
}

/** How many of its criteria are met. */
export function metOf({ criteria }: Pick<GateView, 'criteria'>): {
  readonly met: number
  readonly all: number
} {
  return { met: criteria.filter(({ isMet }) => isMet).length, all: criteria.length }
}

/** The last word on a gate, and what is met as long as nothing was decided. */
export function stateWords({ state, met, all }: Pick<PlacedGate, 'state' | 'met' | 'all'>): string {
  const said = words.state[state]
  return state === 'open' && all > 0 ? `${said}, ${words.met(met, all)}` : said
}

/**
 * Criteria as they are written, one a line. A line that stays the same stays the same criterion.
 *
 * @param newId makes an id for a line that is new
 */
export function readCriteria(
  text: string,
  known: GateView['criteria'],
  newId: () => string,
): readonly { readonly id: string; readonly text: string }[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const idOf = new Map(known.map((criterion) => [criterion.text, criterion.id]))
  return [...new Set(lines)].map((line) => ({ id: idOf.get(line) ?? newId(), text: line }))
}
