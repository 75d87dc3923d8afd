import type { TimeEntry } from '@millrace/core/cost'
import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** A fact about time that was spent. The note is not in it. */
export function timeEvent(
  unit: Unit,
  kind:
    | 'cost.timer_started'
    | 'cost.timer_stopped'
    | 'cost.time_added'
    | 'cost.time_changed'
    | 'cost.time_removed',
  about: { readonly entry: TimeEntry; readonly containerIds: readonly string[] },
): Event {
  const { id, personId, itemId, day, minutes } = about.entry
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'timeEntry', id },
    containerId: about.containerIds[0] ?? null,
    data: { personId, itemId, day, minutes },
  }
}
