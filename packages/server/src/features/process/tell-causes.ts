import type { Event } from '@millrace/core/kernel'
import { askingReaction, type Reaction } from '../../platform/commands/index.ts'
import { findNewCauses } from './queries/find-new-causes.ts'

/** The owner of a process hears of what is stuck in it: once for each cause, not for each instance. */
export const causeReaction: Reaction = askingReaction({
  kinds: ['process.stuck'],
  ask: async (unit, events) => {
    const ids = [...new Set(events.map(({ subject }) => subject.id))]
    return await findNewCauses(unit.tx, unit.organisationId, ids)
  },
  react: async (unit, _events, causes) => {
    unit.record(
      causes.map(
        (cause): Event => ({
          ...{ id: unit.newId<'Event'>(), kind: 'process.cause_appeared', at: unit.now, actor: unit.actor },
          subject: { kind: 'instance', id: cause.instance_id },
          containerId: cause.process_id,
          data: { itemId: cause.item_id, to: [cause.owner_id], title: cause.title, element: cause.node },
        }),
      ),
    )
    await Promise.resolve()
  },
})
