import type { Event } from '@millrace/core/kernel'
import type { ProcessInstance } from '@millrace/core/process'
import type { Unit } from '../../platform/commands/index.ts'

/** That somebody repaired an instance, or took it to another version, and why. */
export function repairEvent(
  unit: Unit,
  { id, processId, title }: ProcessInstance,
  data: { readonly act: string; readonly reason: string },
): Event {
  return {
    id: unit.newId<'Event'>(),
    kind: 'process.repaired',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'instance', id },
    containerId: processId,
    data: { title, ...data },
  }
}
