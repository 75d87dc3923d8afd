import type { Event } from '@millrace/core/kernel'
import type { Phase } from '@millrace/core/schedule'
import type { Unit } from '../../platform/commands/index.ts'

type PhaseEventKind =
  | `schedule.phase_${'added' | 'changed' | 'promoted' | 'removed'}`
  | `schedule.gate_${'planned' | 'removed' | 'decided'}`
  | 'schedule.criterion_ticked'

/** A fact about a phase, with the phase as it then stands. */
export function phaseEvent(
  unit: Unit,
  kind: PhaseEventKind,
  { phase, ...more }: { readonly phase: Phase; readonly baselineId?: string },
): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'phase', id: phase.id },
    containerId: phase.projectId,
    data: { phase, ...more },
  }
}
