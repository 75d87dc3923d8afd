import { operations } from '@millrace/contract'
import { nudge as decideNudge } from '@millrace/core/notify'
import { accepted, command } from '../../../platform/commands/index.ts'
import { findSight } from '../../identity/index.ts'
import { demandItems } from '../policy.ts'
import { nudgeKey, readNudges } from '../queries/read-wishes.ts'
import { keepNudges, lockNudges } from '../store/wishes.ts'

/** Reminds people of what waits for them. It stands in the item's history, for everybody to see. */
export const nudge = command(operations['notify.nudge'], async (unit, inputs) => {
  const itemIds = inputs.map(({ itemId }) => itemId)
  await lockNudges(unit, itemIds)
  const items = await demandItems(unit, inputs, 'item.comment')
  const nudges = await readNudges(unit.tx, unit.organisationId, itemIds)
  const sight = await findSight(unit.tx, unit.organisationId, {
    personIds: [...new Set(items.flatMap((item) => item.waiting_for?.personId ?? []))],
    containerIds: [...new Set(items.flatMap((item) => item.container_ids))],
  })
  const nudged = items.map((item, index) => {
    const { key, waiting_for: waitingFor, archived_at: archivedAt, state_group: stateGroup } = item
    const awaited = waitingFor?.personId ?? ''
    const personId = accepted(
      decideNudge(
        { key, waitingFor, archivedAt, stateGroup },
        {
          by: unit.principal.personId,
          now: unit.now,
          lastAt: nudges.get(nudgeKey(item.id, awaited)) ?? null,
          isSeen: item.container_ids.some((id) => sight.get(awaited)?.has(id)),
        },
      ),
      index,
    )
    return { itemId: item.id, personId, containerId: item.container_ids[0] ?? null }
  })
  await keepNudges(unit, [...new Map(nudged.map((each) => [each.itemId, each])).values()])
  unit.record(
    nudged.map(({ itemId, personId, containerId }) => ({
      id: unit.newId<'Event'>(),
      kind: 'notify.nudged',
      at: unit.now,
      actor: unit.actor,
      // Found in the item's history by its id, and yet no change of the item.
      subject: { kind: 'nudge', id: itemId },
      containerId,
      data: { itemId, personId },
    })),
  )
  return nudged.map(({ itemId, personId }) => ({ itemId, personId }))
})
