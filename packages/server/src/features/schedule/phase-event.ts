import type { Event } from '@millrace/core/kernel'
import type { Phase } from '@millrace/core/schedule'
import type { Unit } from '../../platform/commands/index.ts'

/** A fact about a phase, with the phase as it then stands. */
export function phaseEvent(
  unit: Unit,
  kind: 'schedule.phase_added' | 'schedule.phase_changed' | 'schedule.phase_promoted',
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
