import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** Says that lines of inboxes are new or different, so that their people's open pages show it. What is in them is theirs alone. */
export function linesChanged(unit: Unit, ids: readonly string[]): readonly Event[] {
  const [first, ...others] = ids
  if (first === undefined) return []
  return [
    {
      id: unit.newId<'Event'>(),
      kind: 'notify.lines_changed',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'notification', id: first },
      containerId: null,
      data: {},
      touches: others.map((id) => ({ kind: 'notification', id })),
    },
  ]
}
