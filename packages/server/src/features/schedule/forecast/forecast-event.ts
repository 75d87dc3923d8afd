import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../../platform/commands/index.ts'

/** That something happened to the forecast of a project. */
export function forecastEvent(unit: Unit, projectId: string, what: string): Event {
  return {
    id: unit.newId<'Event'>(),
    kind: 'schedule.forecast',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'forecast', id: projectId },
    containerId: projectId,
    data: { what },
  }
}
