import { operations } from '@millrace/contract'
import {
  checkGateGone,
  decideGate as decide,
  type Gate,
  type GateDecision,
  type Phase,
  planGate,
  tickCriterion as tick,
} from '@millrace/core/schedule'
import { accepted, command, mayInContainers, Refused, refuse } from '../../../platform/commands/index.ts'
import { GatedPhases } from '../gated-phases.ts'
import { phaseEvent } from '../phase-event.ts'
import { presentPhase } from '../present.ts'
import { deleteGates, insertDecisions, type NewDecision, saveGates } from '../store/gates.ts'

/** Puts gates at the end of phases, or changes them; the last word on a gate counts. */
export const saveGate = command(operations['schedule.saveGate'], async (unit, inputs) => {
  const phases = await GatedPhases.load(unit, inputs, 'container.manage')
  const after = inputs.map((input, index) => {
    const phase = phases.get(index)
    return phases.put(phase, accepted(planGate(phase, input), index))
  })
  await saveGates(unit, phases.all())
  unit.record(after.map((phase) => phaseEvent(unit, 'schedule.gate_planned', { phase })))
  return after.map(presentPhase)
})

/** Takes gates away at which nothing was decided. */
export const removeGate = command(operations['schedule.removeGate'], async (unit, inputs) => {
  const phases = await GatedPhases.load(unit, inputs, 'container.manage')
  const after = inputs.map((_input, index) => {
    const phase = phases.get(index)
    if (phase.gate === null) refuse('platform.not_found', { what: 'gate' }, index)
    const refusal = checkGateGone(phase)
    if (refusal) throw new Refused(refusal, index)
    return phases.put(phase, null)
  })
  await deleteGates(
    unit,
    after.map(({ id }) => id),
  )
  unit.record(after.map((phase) => phaseEvent(unit, 'schedule.gate_removed', { phase })))
  return after.map(presentPhase)
})

/** Says what is met of what must be true. */
export const tickCriterion = command(operations['schedule.tickCriterion'], async (unit, inputs) => {
  const phases = await GatedPhases.load(unit, inputs, 'item.write')
  const after = inputs.map(({ criterionId: id, isMet }, index) => {
    const phase = phases.get(index)
    return phases.put(phase, accepted(tick(phase, { id, isMet }), index))
  })
  await saveGates(unit, phases.all())
  unit.record(after.map((phase) => phaseEvent(unit, 'schedule.criterion_ticked', { phase })))
  return after.map(presentPhase)
})

/** Decides at gates. */
export const decideGate = command(operations['schedule.decideGate'], async (unit, inputs) => {
  const phases = await GatedPhases.load(unit, inputs, 'container.read')
  const decided = inputs.map((input, index): NewDecision & { readonly phase: Phase } => {
    const { decisionId: id, outcome, reason } = input
    const phase = phases.get(index)
    const today = phases.todayIn(phase.projectId)
    const isManager = mayInContainers(unit.principal.access, 'container.manage', [phase.projectId])
    const verdict = {
      ...{ id, outcome, reason, decidedOn: input.decidedOn ?? today, decidedBy: unit.principal.personId },
      ...{ isManager, today },
    }
    const decision = accepted(decide(phase, verdict), index)
    const gate = withDecision(phase, decision)
    return {
      phaseId: phase.id,
      number: gate.decisions.length,
      decision,
      phase: phases.put(phase, gate),
    }
  })
  const kept = await insertDecisions(unit, decided)
  decided.forEach(({ decision }, index) => {
    if (!kept.has(decision.id)) refuse('platform.exists', { what: 'decision' }, index)
  })
  unit.record(decided.map(({ phase }) => phaseEvent(unit, 'schedule.gate_decided', { phase })))
  return decided.map(({ phase }) => presentPhase(phase))
})

/** A phase of which core decided something has a gate. */
function withDecision({ gate }: Phase, decision: GateDecision): Gate {
  if (gate === null) throw new TypeError('something was decided where there is no gate')
  return { ...gate, decisions: [...gate.decisions, decision] }
}
