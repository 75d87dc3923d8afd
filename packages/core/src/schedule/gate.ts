import type { Id, PlainDate } from '../kernel/index.ts'

/** What can be decided at a gate: go on, go on with conditions, wait, or end the project. */
export const GATE_OUTCOMES = ['pass', 'conditions', 'hold', 'stop'] as const
/** One of them. */
export type GateOutcome = (typeof GATE_OUTCOMES)[number]

/** What must be true for a gate to be passed. */
export type GateCriterion = {
  readonly id: string
  readonly text: string
  readonly isMet: boolean
}

/** What was decided at a gate. It never changes: whoever thinks better of it decides again. */
export type GateDecision = {
  readonly id: Id<'GateDecision'>
  readonly outcome: GateOutcome
  readonly decidedOn: PlainDate
  readonly decidedBy: Id<'Person'>
  /** Why; with conditions, which. */
  readonly reason: string
  /** As they stood. */
  readonly criteria: readonly GateCriterion[]
}

/** The gate at the end of a phase: what comes after it opens only when it has been passed. */
export type Gate = {
  readonly name: string
  /** When it is to be decided. Null: when the phase ends. */
  readonly dueOn: PlainDate | null
  /** Who decides. Null: whoever manages the project. */
  readonly deciderId: Id<'Person'> | null
  readonly criteria: readonly GateCriterion[]
  /** Oldest first. */
  readonly decisions: readonly GateDecision[]
}

/** What a gate says about going on: nothing was decided yet, or the last word. */
export type GateState = 'open' | GateOutcome

/** The last word on a gate. */
export function gateState({ decisions }: Pick<Gate, 'decisions'>): GateState {
  return decisions.at(-1)?.outcome ?? 'open'
}

/**
 * The day of a gate: on which it was passed, or is to be decided; at the latest when its phase ends.
 *
 * @param phaseEndsOn null: nobody knows yet
 */
export function gateDay(
  gate: Pick<Gate, 'decisions' | 'dueOn'>,
  phaseEndsOn: PlainDate | null,
): PlainDate | null {
  const passedOn = hasPassed(gate) ? gate.decisions.at(-1)?.decidedOn : undefined
  return passedOn ?? gate.dueOn ?? phaseEndsOn
}

/** Whether work may go on behind a phase; one without a gate holds nobody. */
export function hasPassed(gate: Pick<Gate, 'decisions'> | null): boolean {
  if (gate === null) return true
  const state = gateState(gate)
  return state === 'pass' || state === 'conditions'
}

/** The gate as it was before anything was said about it: for a project that is begun anew. */
export function freshGate(gate: Gate): Gate {
  return { ...gate, criteria: gate.criteria.map((one) => ({ ...one, isMet: false })), decisions: [] }
}
