import { err, isPlainDate, ok, type PlainDate, type Refusal, type Result } from '../kernel/index.ts'
import { type Gate, type GateCriterion, type GateDecision, hasPassed } from './gate.ts'
import type { Phase } from './phase.ts'

/**
 * Whether phases may close: one with a gate does so only when that has been passed.
 *
 * @returns null; or the refusal `schedule.gate_not_passed`
 */
export function checkClosing(before: Phase, after: Phase): Refusal | null {
  if (before.state === 'closed' || after.state !== 'closed') return null
  return gateBefore([after])
}

/** The refusal of the first gate of some phases that has not been passed. */
export function gateBefore(phases: readonly Phase[]): Refusal | null {
  const held = phases.find(({ gate }) => !hasPassed(gate))
  if (!held?.gate) return null
  return { code: 'schedule.gate_not_passed', params: { gate: held.gate.name, phase: held.name } }
}

/** Who says what at a gate, on which day. */
export type GateVerdict = Omit<GateDecision, 'criteria'> & {
  readonly isManager: boolean
  readonly today: PlainDate
}

/**
 * Decides at the gate of a phase. A gate is decided while its phase is the current one, by whoever is named for it
 * or else by whoever manages the project. It is passed without conditions only when every criterion is met.
 *
 * @returns the decision; or refused with `platform.not_found`, `schedule.gate_not_due`, `schedule.gate_not_yours`,
 *   `work.date_wrong`, `schedule.gate_date_ahead`, `schedule.gate_reason_needed` or `schedule.gate_criteria_open`
 */
export function decideGate(phase: Phase, verdict: GateVerdict): Result<GateDecision> {
  const { gate } = phase
  if (gate === null) return err({ code: 'platform.not_found', params: { what: 'gate' } })
  const refusal = checkWho(phase, gate, verdict) ?? checkDay(gate, verdict) ?? checkGrounds(gate, verdict)
  if (refusal) return err(refusal)
  const { isManager: _isManager, today: _today, ...decision } = verdict
  return ok({ ...decision, reason: decision.reason.trim(), criteria: gate.criteria })
}

function checkWho(phase: Phase, gate: Gate, verdict: GateVerdict): Refusal | null {
  const isTheirs = gate.deciderId === null ? verdict.isManager : gate.deciderId === verdict.decidedBy
  if (!isTheirs) return { code: 'schedule.gate_not_yours', params: { gate: gate.name } }
  if (phase.state === 'current') return null
  return { code: 'schedule.gate_not_due', params: { gate: gate.name, phase: phase.name } }
}

function checkDay(gate: Gate, { decidedOn: date, today }: GateVerdict): Refusal | null {
  if (!isPlainDate(date)) return { code: 'work.date_wrong', params: { date } }
  return date > today ? { code: 'schedule.gate_date_ahead', params: { gate: gate.name, date } } : null
}

function checkGrounds(gate: Gate, { outcome, reason }: GateVerdict): Refusal | null {
  if (outcome !== 'pass') {
    return reason.trim() === '' ? { code: 'schedule.gate_reason_needed', params: { gate: gate.name } } : null
  }
  const count = gate.criteria.filter(({ isMet }) => !isMet).length
  return count > 0 ? { code: 'schedule.gate_criteria_open', params: { gate: gate.name, count } } : null
}

/** What people say about a gate. */
export type GatePlan = Pick<Gate, 'name' | 'dueOn' | 'deciderId'> & {
  readonly criteria: readonly Omit<GateCriterion, 'isMet'>[]
}

/**
 * Gives a phase a gate, or changes it. What was met and what was decided stays.
 *
 * @returns the gate; or refused with `schedule.phase_closed`, `work.date_wrong` or `schedule.gate_criterion_twice`
 */
export function planGate(phase: Phase, plan: GatePlan): Result<Gate> {
  if (phase.state === 'closed') return err(phaseClosed(phase))
  const { name, dueOn, deciderId, criteria } = plan
  if (dueOn !== null && !isPlainDate(dueOn)) return err({ code: 'work.date_wrong', params: { date: dueOn } })
  const twice = criteria.find(({ id }, index) => criteria.findIndex((one) => one.id === id) !== index)
  if (twice) return err({ code: 'schedule.gate_criterion_twice', params: { text: twice.text } })
  const met = new Set(phase.gate?.criteria.filter(({ isMet }) => isMet).map(({ id }) => id))
  return ok({
    ...{ name, dueOn, deciderId },
    criteria: criteria.map(({ id, text }) => ({ id, text, isMet: met.has(id) })),
    decisions: phase.gate?.decisions ?? [],
  })
}

/**
 * Says whether a criterion of a gate is met.
 *
 * @returns the gate; or refused with `platform.not_found` or `schedule.phase_closed`
 */
export function tickCriterion(phase: Phase, tick: Pick<GateCriterion, 'id' | 'isMet'>): Result<Gate> {
  if (!phase.gate?.criteria.some(({ id }) => id === tick.id)) {
    return err({ code: 'platform.not_found', params: { what: 'criterion' } })
  }
  if (phase.state === 'closed') return err(phaseClosed(phase))
  const criteria = phase.gate.criteria.map((one) =>
    one.id === tick.id ? { ...one, isMet: tick.isMet } : one,
  )
  return ok({ ...phase.gate, criteria })
}

/**
 * Whether a gate can be taken away: what was decided at one is kept, and so is the gate.
 *
 * @returns null; or the refusal `schedule.gate_decided`
 */
export function checkGateGone({ gate }: Pick<Phase, 'gate'>): Refusal | null {
  if (gate === null || gate.decisions.length === 0) return null
  return { code: 'schedule.gate_decided', params: { gate: gate.name } }
}

function phaseClosed({ name }: Phase): Refusal {
  return { code: 'schedule.phase_closed', params: { name } }
}
